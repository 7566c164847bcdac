/** What somebody may see of the figures, as the table of permissions says; decided by whoever answers him. */
export interface Reader {
  readonly money: boolean;
  readonly comments: boolean;
  readonly contactDetails: boolean;
  /** Sees figures and rows of a part chosen by filters even where fewer respondents than the floor stand behind them. */
  readonly smallGroups: boolean;
}

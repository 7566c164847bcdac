/** Reads tables of any origin: CSV, TSV and XLSX as typed columns, and the export shapes of survey tools. */
export {};

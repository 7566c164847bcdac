/**
 * Where anybody may answer without having been asked: a place with its link, QR code, widget and kiosk. What is answered
 * there is marked and in no response rate. See docs/guides/places.md.
 */
export { newIdentitySecret, readIdentity, signIdentity } from './identity-token.ts';
export { type KioskOutcome, kioskCall, takeKioskAnswers } from './kiosk-answers.ts';
export { pinRounds } from './kiosk-pin.ts';
export { askKnownVisitor, type KnownVisitor, markAnswered, standingAsk } from './known-visitor.ts';
export { listPlaces, placeChoices, type ShownPlace, workspaceCode } from './place-list-store.ts';
export { type PlaceSettings, readPlaceSettings, type WidgetSettings, widgetSettings } from './place-settings.ts';
export { addPlace, changePlace, keepIdentitySecret, noPlace, type PlaceChange } from './place-store.ts';
export { qrCode, qrSvg } from './qr-code.ts';

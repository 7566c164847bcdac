/** Where gateways bring SMS and receipts. The addresses are told to the gateway, so they never change. */
export const smsHookPath = {
  twilio: '/hooks/sms/twilio',
  twilioReceipt: (code: string) => `/hooks/sms/twilio/receipts/${code}`,
  gateway: '/hooks/sms/gateway',
  gatewayReceipt: '/hooks/sms/gateway/receipts',
} as const;

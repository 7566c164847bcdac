/**
 * How mail servers word a failure where they give no specific status code. Lower case, single spaces. English is what
 * almost all say; Finnish, Swedish and German are what Exchange and providers of these countries send to people.
 */
const anyOf = (phrases: readonly string[]): RegExp => new RegExp(phrases.join('|'));

/** The sender or the message is not wanted. */
export const policyWords = anyOf([
  'spam',
  'block ?list',
  'black ?list',
  'deny ?list',
  'blocked (by|using|for|due)',
  'has been blocked',
  'is blocked',
  'listed (in|at|by|on) [^ ]*\\.[a-z]',
  'rbl|dnsbl|spamhaus|barracudacentral|spamcop',
  'reputation',
  'policy (violation|reasons?|restriction|rejection)|local policy|security polic|violates .{0,20}polic|polic(y|ies) (does|do) not',
  'poor (sending )?reputation',
  'unsolicited|junk ?mail|bulk ?mail|suspicious|phish',
  'virus|malware',
  'dmarc|\\bspf\\b|\\bdkim\\b|unauthenticated|authentication (is )?required|not authenticated',
  'relay(ing)? (access )?(is )?(not (permitted|allowed)|denied)|relaying denied|unable to relay|not permitted to relay',
  'sender (address )?(rejected|verify failed|denied|verification)',
  'not accept(ed|ing)? (mail|messages?) from (your|this|the sender)',
  'reverse dns|ptr record|helo|ehlo command',
  'content (was )?rejected|message (was )?(content|body) (is )?(rejected|not acceptable)|rejected due to content',
  '(host|network|client|address|sender) .{0,20}not allowed',
  'too large|size (limit|exceeds)|exceeds .{0,30}(size|maximum)|message size|too big',
  'not allowed to send|not authori[sz]ed to send|only accepts? (mail|messages) from',
  'you (are|do) not (have )?(allowed|permission)',
  'roskaposti|estolista|viesti on liian suuri|ei ole oikeutta lähettää',
  'skräppost|blockerad|för stort meddelande|meddelandet är för stort|behörighet att skicka',
  'werbe-?mail|gesperrte absender|auf einer (sperr|black)liste|nachricht ist zu gro(ß|ss)|nicht berechtigt.{0,40}(senden|zu senden)',
]);

/** The recipient's side has a trouble that may pass. */
export const softWords = anyOf([
  'mailbox (is |size )?(full|limit)|mailbox .{0,60}(is )?(full|over ?quota|exceeded)',
  '(over|exceed(s|ed|ing)?) (the |their |its |his )?(storage |disk |mail(box)? )?(quota|allocation|space)|quota (exceeded|full|violation)|over ?quota|disk quota|out of (disk )?(space|storage)|insufficient (disk|system) (space|storage|resources)',
  'temporar(y|ily)|try (again )?later|greylist|gray ?list|deferred|resources temporarily',
  'too many (connections|messages|recipients)|rate limit|receiving mail (at a rate|too quickly)|throttl',
  "timed? ?out|connection (refused|reset|lost|dropped)|no answer from host|could ?n[o']t (establish|connect)|network is unreachable|host is down|lost connection|delivery time expired|retry time(out)? (not reached|exceeded)|message expired|been in the queue too long|too long in queue",
  'too many hops|mail loop|loops back|hop count exceeded|routing loop',
  'postilaatikko.{0,40}täynnä|postilaatikko on täysi|tallennuskiintiö|yritetään (myöhemmin )?uudelleen',
  'postlåda.{0,40}full|brevlåda.{0,40}full|lagringskvot',
  'postfach.{0,50}voll|speicherplatz|quota überschritten|vorübergehend',
]);

/** There is nobody at this address. */
export const hardWords = anyOf([
  "user (account )?(is )?(unknown|not found|not known|does(n't| not) exist|disabled|inactive|not listed)|unknown (local )?(user|recipient|account|mailbox|address|local[- ]part)|no such (user|recipient|mailbox|person|address|account|email|local user)|user .{0,60}(unknown|not listed|not found|does not exist|is disabled)|user does ?n[o']t have an? .{0,40}account|recipient name is not recogni[sz]ed|illegal host|nonexistentdomain",
  "(recipient|mailbox|address|account|e-?mail account|person|addressee) .{0,80}(not found|(does|do|did) ?n[o']t exist|is unknown|unknown|not known|not exist|is disabled|is inactive|was disabled|has been disabled|no longer (exists?|valid|active|available)|cannot be found|could not be found|was(n't| not) found|invalid|not valid)",
  'invalid (recipient|mailbox|user|address|e-?mail address)|(recipient|address) (address )?rejected|bad destination (mailbox|email)|not a valid (mailbox|user|recipient|address)|not our customer',
  "no mailbox (here )?(by|with) that name|no mail-?box here|this address no longer accepts mail|no longer (works|employed|with)|left the (company|organi[sz]ation)|account (is )?(closed|terminated|expired|has been disabled|disabled)|mailbox (is )?(unavailable|disabled|not available|inactive|closed)|mail-?box unavailable|delivery not (allowed|authori[sz]ed) to (user|mailbox)|that e-?mail address (could ?n[o']t|does)",
  "(host|domain)( name)?( or domain name)? (was |is )?(not found|unknown|does not exist|invalid|could ?n[o']t be found)|domain .{0,60}(not found|does(n't| not) exist|no longer exists)|no such (domain|host)|nxdomain|unrouteable|unroutable|unresolvable|name or service not known|name service error.{0,60}not found|does not accept (e-?)?mail|null mx|couldn't find any host( named)?",
  'resolver\\.adr\\.(recip)?(recipient)?notfound|recipientnotfound|recipnotfound|exrecipnotfound',
  '(osoitetta|vastaanottajaa|käyttäjää|postilaatikkoa|sähköpostiosoitetta|verkkotunnusta).{0,60}(ei (löydy|löytynyt|ole( olemassa)?|voitu löytää|tunneta))|(osoite|vastaanottaja|käyttäjä) (on )?(tuntematon|ei ole olemassa|ei ole käytössä)|tuntematon (vastaanottaja|käyttäjä|osoite)|postilaatikko on poistettu',
  '(mottagaren|adressen|användaren|brevlådan|postlådan|domänen|e-postadressen).{0,60}(hittades inte|finns inte|kunde inte hittas|är okänd)|okänd (mottagare|användare|adress)',
  '(empfänger|benutzer|adresse|postfach|konto|domain|domäne|empfängeradresse|e-mail-adresse).{0,60}(unbekannt|existiert nicht|nicht gefunden|wurde nicht gefunden|nicht bekannt|ungültig)|unbekannte[rs]? (empfänger|benutzer|adresse)',
]);

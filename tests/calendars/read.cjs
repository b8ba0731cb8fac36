// Calendars as JSON texts in, and what two programs of others read in each: UID, status, sequence, text, minutes.
const readers = process.argv[2];
const ICAL = require(`${readers}/node_modules/ical.js`);
const nodeIcal = require(`${readers}/node_modules/node-ical`);
const ical = ICAL.default ?? ICAL;

// By the clock changes that the calendar itself describes, as a program without time zones of its own reads it.
function byIcalJs(text) {
  const root = new ical.Component(ical.parse(text));
  const zone = new ical.Timezone(root.getFirstSubcomponent('vtimezone'));
  const minute = (time) => {
    if (time.zone !== ical.Timezone.utcTimezone) time.zone = zone;
    return time.toUnixTime() / 60;
  };
  return root.getAllSubcomponents('vevent').map((one) => {
    const said = (name) => one.getFirstPropertyValue(name);
    return [said('uid'), said('status'), said('sequence'), said('summary'), minute(said('dtstart')), minute(said('dtend'))];
  });
}

// By the time zones that the machine knows.
function byNodeIcal(text) {
  return Object.values(nodeIcal.sync.parseICS(text))
    .filter((one) => one.type === 'VEVENT')
    .map((one) => [one.uid, one.status, Number(one.sequence), one.summary, one.start / 60000, one.end / 60000]);
}

const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
console.log(JSON.stringify({'ical.js': texts.map(byIcalJs), 'node-ical': texts.map(byNodeIcal)}));

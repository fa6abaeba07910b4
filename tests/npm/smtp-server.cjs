// nodemailer's SMTP server and parser: {port, letters} on standard input; once it took so many letters, what they say on standard output.
// nobody@… is refused for good, busy@… for now.
const { SMTPServer } = require('smtp-server');
const { simpleParser } = require('mailparser');

let input = '';
process.stdin.on('data', d => { input += d; }).on('end', () => {
  const { port, letters } = JSON.parse(input), taken = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false,
    onRcptTo({ address }, session, done) {
      const code = address.startsWith('nobody') ? 550 : address.startsWith('busy') ? 451 : 0;
      done(code ? Object.assign(new Error('no'), { responseCode: code }) : null);
    },
    onData(stream, session, done) {
      simpleParser(stream).then(mail => {
        taken.push({ subject: mail.subject, from: mail.from.text.replace(/"/g, ''), to: mail.to.text, text: mail.text, auto: mail.headers.get('auto-submitted') });
        done();
        if (taken.length === letters) setImmediate(() => process.stdout.write(JSON.stringify(taken), () => setTimeout(() => process.exit(0), 200)));
      }, done);
    },
  });
  server.on('error', () => {});
  server.listen(port, '127.0.0.1');
});

// Asked on standard input for as long as it is open: a line {ask, …} in, a line of JSON out, one at a time. A script gives what it can be asked.
module.exports = async asks => {
  for await (const line of require('readline').createInterface({ input: process.stdin })) {
    const asked = JSON.parse(line);
    let answer;
    try {
      answer = await asks[asked.ask](asked);
    } catch (error) {
      answer = { error: String(error.stack ?? error) };
    }
    process.stdout.write(JSON.stringify(answer) + '\n');
  }
  process.exit(0);
};

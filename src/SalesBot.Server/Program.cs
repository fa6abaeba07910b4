using SalesBot.Server.Cli;

return await CommandLine.Root().Parse(args).InvokeAsync();

using System.CommandLine;

namespace SalesBot.Server.Cli;

/// <summary>The verbs of DESIGN.md section 4. Exit code 0 is success, 1 trouble that the output names, 2 a command line that could not be read.</summary>
internal static class CommandLine
{
    public static RootCommand Root()
    {
        var root = new RootCommand("SalesBot: a chat-first sales system. Without a verb it serves.");
        root.Options.Add(CommonOptions.Database);
        root.Options.Add(CommonOptions.Now);
        root.Options.Add(CommonOptions.Urls);
        root.SetAction(Serve.RunAsync);
        root.Subcommands.Add(Serve.Verb());
        root.Subcommands.Add(Understand.Verb());
        root.Subcommands.Add(ImportVerb.Verb());
        root.Subcommands.Add(ExportVerb.Verb());
        root.Subcommands.Add(Check.Verb());
        root.Subcommands.Add(Rehearse.Verb());
        root.Subcommands.Add(PackageVerb.Verb());
        root.Subcommands.Add(Learn.Verb());
        return root;
    }
}

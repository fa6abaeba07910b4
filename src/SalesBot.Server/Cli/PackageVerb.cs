using System.CommandLine;
using SalesBot.Words;

namespace SalesBot.Server.Cli;

/// <summary>
/// <c>package teams --out FILE.zip</c>: what an administrator uploads to Teams. It needs no database. A file that is there already is replaced,
/// and only by a package that is complete.
/// </summary>
internal static class PackageVerb
{
    private static readonly Option<FileInfo> Out = new("--out") { Description = "The file to write: .zip", Required = true };

    public static Command Verb()
    {
        var teams = new Command("teams", "The app package for Teams, from the configuration (manifests/teams/README.md)") { Out, CommonOptions.Language };
        teams.SetAction(line => WriteTeams(line, TeamsPackageSettings.Of(CommonOptions.Configuration())));
        return new Command("package", "Write what a messenger's console wants to be given") { teams };
    }

    internal static int WriteTeams(ParseResult line, TeamsPackageSettings settings)
    {
        var book = new WordBook();
        var says = new Localizer(book, CommonOptions.Speaks(line), TimeZoneInfo.Local.Id, Machine.Clock.GetUtcNow());
        var (file, console) = (line.GetRequiredValue(Out), line.InvocationConfiguration);
        var faults = settings.Faults().ToList();
        if (file.Directory is { Exists: false } folder)
        {
            faults.Add(new Word("Package.no_folder", folder.FullName));
        }

        if (faults.Count > 0)
        {
            faults.ForEach(fault => console.Error.WriteLine(says.Say(fault)));
            return 1;
        }

        var part = file.FullName + ".part";
        using (var stream = File.Create(part))
        {
            new TeamsPackage(settings, book).Write(stream);
        }

        File.Move(part, file.FullName, overwrite: true);
        console.Output.WriteLine(says.Say(new Word("Package.done", settings.Name, settings.Version, settings.Site.AbsoluteUri, file.FullName)));
        foreach (var key in settings.StoodInFor)
        {
            console.Output.WriteLine(says.Say(new Word("Package.stands_in", key, settings.Site.AbsoluteUri)));
        }

        return 0;
    }
}

using System.CommandLine;
using SalesBot.Language.Learning;

namespace SalesBot.Server.Cli;

/// <summary><c>learn</c>: what the build runs, so that no start has to learn the intents from their examples.</summary>
internal static class Learn
{
    private static readonly Option<FileInfo> To = new("--to") { Required = true };

    public static Command Verb()
    {
        var verb = new Command("learn", "Learn the intents from their examples and write the model to a file") { To };
        verb.Hidden = true;
        verb.SetAction(Run);
        return verb;
    }

    /// <summary>What was learnt before from the same lessons is kept, as most builds change nothing in them. The file is whole or not there: a build that is broken off leaves none that a start would stumble over.</summary>
    private static int Run(ParseResult line)
    {
        var path = line.GetRequiredValue(To).FullName;
        var lessons = Example.All();
        var fingerprint = Lessons.Fingerprint(lessons);
        LearntFile.Write(LearntFile.OfSameLessons(path, fingerprint) ?? Lessons.Learn(lessons), fingerprint, File.Create(path + ".new"));
        File.Move(path + ".new", path, overwrite: true);
        return 0;
    }
}

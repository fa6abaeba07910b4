using SalesBot.Language.Filling;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Documents;

/// <summary>What a document can be in the sales process. A process asks for these and no others; a kind that an import brought is called by its own name.</summary>
internal static class DocumentKinds
{
    /// <summary>It came and nobody has said yet what it is, or of which deal; only who sent it knows of it.</summary>
    public const string Unsorted = "unsorted";

    public const string Survey = "survey";
    public const string Proposal = "proposal";
    public const string Contract = "contract";
    public const string Signed = "signed_contract";
    public const string Quote = "quote";
    /// <summary>What contracts are made from; of no deal, and everybody who sees sales may read it.</summary>
    public const string Template = "contract_template";

    private const string Of = "document:";
    private const string Reviewed = "review:";

    public static IReadOnlyList<string> Known { get; } = [Survey, Proposal, Quote, Contract, Signed, "other"];

    private static readonly Dictionary<string, string> Usual = new(StringComparer.Ordinal)
    {
        ["qualify"] = Survey, ["proposal"] = Proposal, ["negotiation"] = Contract, [SalesProcess.Won] = Signed,
    };

    /// <summary>By its id, or by the words that people use for it; null for anything else.</summary>
    public static string? Find(SalesProcess process, string? said) => said is null ? null : All(process).Contains(said, StringComparer.Ordinal) ? said : DocumentWords.In(said);

    public static Word Say(string kind) => Known.Contains(kind, StringComparer.Ordinal) || kind is Unsorted or Template ? new Word("DocumentKind." + kind) : new Word("Format.Plain", kind);

    /// <summary>Those that a deal of this stage needs, then all others, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> For(SalesProcess process, string stage) => [.. Wanted(process, stage).Concat(All(process)).Distinct(StringComparer.Ordinal)];

    /// <summary>Those that a deal of this stage needs.</summary>
    public static IReadOnlyList<string> Wanted(SalesProcess process, string stage) =>
        process.Find(stage) is { } here && Named(here).ToList() is [_, ..] wanted ? wanted : Usual.TryGetValue(stage, out var usual) ? [usual] : [];

    /// <summary>How the process wants this kind looked at, by the stage that asks for it.</summary>
    public static ReviewMode ReviewOf(SalesProcess process, string kind) => StageOf(process, kind) is { } stage ? ReviewIn(stage, kind) : ReviewMode.None;

    /// <summary>The stage that asks for it and has it looked at; null where none does.</summary>
    public static Stage? StageOf(SalesProcess process, string kind) => process.Stages.FirstOrDefault(stage => Named(stage).Contains(kind, StringComparer.Ordinal) && ReviewIn(stage, kind) != ReviewMode.None);

    private static ReviewMode ReviewIn(Stage stage, string kind) =>
        stage.Review == ReviewMode.None && stage.Needs.Concat(stage.Advises).Contains(Reviewed + kind, StringComparer.Ordinal) ? ReviewMode.Required : stage.Review;

    private static IEnumerable<string> All(SalesProcess process) => process.Stages.SelectMany(Named).Concat(Known).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Named(Stage stage) => stage.Needs.Concat(stage.Advises).Select(need => need switch
    {
        _ when need.StartsWith(Of, StringComparison.Ordinal) => need[Of.Length..],
        _ when need.StartsWith(Reviewed, StringComparison.Ordinal) => need[Reviewed.Length..],
        Signed => Signed,
        _ => null,
    }).OfType<string>();
}

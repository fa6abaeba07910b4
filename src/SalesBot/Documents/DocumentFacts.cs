using SalesBot.Words;

namespace SalesBot.Documents;

/// <summary>How documents are spoken of.</summary>
internal static class DocumentFacts
{
    private const int ShownOfHash = 8;
    private const long Kilobyte = 1024;

    /// <summary>Name, kind, size and the beginning of the hash.</summary>
    public static Word Line(this Document document) => new("Document.line", document.Name, DocumentKinds.Say(document.Kind), document.SizeSaid(), document.Sha256[..ShownOfHash]);

    public static Word SizeSaid(this Document document) => Say(document.Size);

    private static Word Say(long bytes) => bytes switch
    {
        < Kilobyte => new Word("Document.bytes", bytes),
        < Kilobyte * Kilobyte => new Word("Document.kilobytes", (bytes + Kilobyte - 1) / Kilobyte),
        _ => new Word("Document.megabytes", decimal.Round((decimal)bytes / (Kilobyte * Kilobyte), 1)),
    };
}

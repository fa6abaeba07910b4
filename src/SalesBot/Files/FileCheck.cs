using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.Files;

/// <summary>A file that may be kept.</summary>
/// <param name="Name">Clean.</param>
internal sealed record SoundFile(string Name, string ContentType, ReadOnlyMemory<byte> Content);

/// <summary>Whether a received file is taken, by its size and content.</summary>
internal static class FileCheck
{
    /// <summary>The file, or why it is not taken.</summary>
    public static (SoundFile? File, Word? Refusal) Of(ReceivedFile file, FileLimits limits)
    {
        var shown = Excerpt.Of(FileName.Clean(file.Name, new FileType("", "")));
        if (file.Fault is { } fault)
        {
            return (null, new Word("File.refused." + fault, shown, (int)(limits.Bytes / FileLimits.Megabyte)));
        }

        if (file.Content.Length > limits.Bytes)
        {
            return (null, new Word("File.refused." + FileFault.TooLarge, shown, (int)(limits.Bytes / FileLimits.Megabyte)));
        }

        if (file.Content.IsEmpty)
        {
            return (null, new Word("File.refused.Empty", shown));
        }

        var type = FileType.Of(file.Content, file.Name);
        if (type == FileType.WithMacros)
        {
            return (null, new Word("File.refused.Macros", shown));
        }

        return type is not null ? (new SoundFile(FileName.Clean(file.Name, type), type.ContentType, file.Content), null) : (null, new Word("File.refused.Type", shown));
    }

    /// <summary>Why each of those that are not taken is not.</summary>
    public static IReadOnlyList<Word> Refusals(IReadOnlyList<ReceivedFile> files, FileLimits limits) =>
        [.. files.Take(FileLimits.Most).Select(file => Of(file, limits).Refusal).OfType<Word>(), .. files.Count > FileLimits.Most ? [new Word("File.refused.Many", FileLimits.Most)] : Array.Empty<Word>()];
}

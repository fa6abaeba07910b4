using System.IO.Compression;

namespace SalesBot.Files;

/// <summary>A kind of file that is taken, told by its content and not by its name.</summary>
/// <param name="Endings">How its name may end; the first is added where it ends otherwise.</param>
internal sealed record FileType(string ContentType, params string[] Endings)
{
    private const int MostParts = 10_000;
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    private static readonly FileType Pdf = new("application/pdf", ".pdf"), Png = new("image/png", ".png"), Jpeg = new("image/jpeg", ".jpg", ".jpeg"), Webp = new("image/webp", ".webp"),
        Word = new(Office + "wordprocessingml.document", ".docx"), Sheet = new(Office + "spreadsheetml.sheet", ".xlsx"), Slides = new(Office + "presentationml.presentation", ".pptx"),
        Text = new("text/plain; charset=utf-8", ".txt"), Csv = new("text/csv; charset=utf-8", ".csv");

    private static readonly FileType[] OldOffice = [new("application/msword", ".doc"), new("application/vnd.ms-excel", ".xls"), new("application/vnd.ms-powerpoint", ".ppt")];

    /// <summary>An office document that holds programs, or that is locked so that nobody can tell; it is not taken.</summary>
    public static readonly FileType WithMacros = new("", "");

    /// <summary>Null for what is not taken: programs, pages, scripts, drawings with scripts, and whatever else is none of those above.</summary>
    public static FileType? Of(ReadOnlyMemory<byte> content, string name)
    {
        var bytes = content.Span;
        return bytes switch
        {
            _ when bytes.StartsWith("%PDF-"u8) => Pdf,
            _ when bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) => Png,
            _ when bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => Jpeg,
            _ when bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) => Webp,
            _ when bytes.StartsWith("PK\x03\x04"u8) => OfPackage(content),
            _ when bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) => OfCompound(content, name),
            _ when !IsText(bytes) => null,
            _ => Array.Find([Text, Csv], type => type.Ends(name)),
        };
    }

    public bool Ends(string name) => Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static FileType? OfPackage(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var package = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
            if (package.Entries.Count > MostParts || package.GetEntry("[Content_Types].xml") is null)
            {
                return null;
            }

            if (Macros.In(package))
            {
                return WithMacros;
            }

            bool Holds(string part) => package.GetEntry(part) is not null;
            return Holds("word/document.xml") ? Word : Holds("xl/workbook.xml") || Holds("xl/workbook.bin") ? Sheet : Holds("ppt/presentation.xml") ? Slides : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Other things have that shape too; only the name tells which. One that is locked with a password is such a file whatever its name.</summary>
    private static FileType? OfCompound(ReadOnlyMemory<byte> content, string name)
    {
        try
        {
            return Macros.In(new CompoundFile(content)) ? WithMacros : Array.Find(OldOffice, type => type.Ends(name));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Lines that people read, in whatever encoding; what a browser or shell would run begins with a mark of its own.</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        foreach (var one in text)
        {
            if (one < 0x20 && one is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or 0x0C))
            {
                return false;
            }
        }

        text = text.TrimStart(" \t\r\n"u8);
        return text.Length > 0 && text[0] != (byte)'<' && !text.StartsWith("#!"u8) && !text.StartsWith("MZ"u8);
    }
}

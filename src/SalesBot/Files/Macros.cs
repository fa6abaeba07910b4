using System.Buffers.Binary;
using System.IO.Compression;

namespace SalesBot.Files;

/// <summary>Whether an office document holds programs, or is locked so that nobody can tell.</summary>
internal static class Macros
{
    /// <summary>[MS-PPT] 2.4.10: the container that says so, with its only record, in front of the number of the project.</summary>
    private static readonly byte[] OfSlides = [0x1F, 0x00, 0xFF, 0x03, 0x14, 0x00, 0x00, 0x00, 0x02, 0x00, 0x00, 0x04, 0x0C, 0x00, 0x00, 0x00];

    public static bool In(ZipArchive package) =>
        package.Entries.Any(part => part.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || part.FullName.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase));

    /// <summary>By the directory of any such document, and by what sheets and slides say themselves.</summary>
    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    public static bool In(CompoundFile file) =>
        file.Entries.Any(e => (e.Kind == CompoundEntry.Storage && e.Name.Equals("VBA", StringComparison.OrdinalIgnoreCase)) || e.Name.Equals("_VBA_PROJECT", StringComparison.OrdinalIgnoreCase) || e.Name.Equals("EncryptedPackage", StringComparison.OrdinalIgnoreCase))
        || (file.Stream("Workbook") ?? file.Stream("Book")) is { } book && OfSheets(book)
        || file.Stream("PowerPoint Document") is { } slides && InSlides(slides);

    /// <summary>[MS-XLS] 2.4.28: sheets of kind 1 are made of macros; after FilePass (2.4.117) everything is locked.</summary>
    private static bool OfSheets(ReadOnlySpan<byte> book)
    {
        const int Eof = 0x0A, FilePass = 0x2F, BoundSheet = 0x85;
        while (book.Length >= 4)
        {
            var (kind, length) = (BinaryPrimitives.ReadUInt16LittleEndian(book), BinaryPrimitives.ReadUInt16LittleEndian(book[2..]));
            if (kind == Eof || book.Length < 4 + length)
            {
                return false;
            }

            if (kind == FilePass || (kind == BoundSheet && length > 5 && book[4 + 5] == 1))
            {
                return true;
            }

            book = book[(4 + length)..];
        }

        return false;
    }

    private static bool InSlides(ReadOnlySpan<byte> slides) =>
        slides.IndexOf(OfSlides) is var at and >= 0 && slides.Length >= at + OfSlides.Length + 8 && BinaryPrimitives.ReadUInt32LittleEndian(slides[(at + OfSlides.Length + 4)..]) != 0;
}

using System.Text;

namespace SalesBot.Server.Import;

/// <summary>
/// Text of a file: UTF-16 by its byte order mark, else UTF-8 to the letter, else GB18030 as Chinese spreadsheets save it, but only when the
/// first line then reads as Chinese. Anything else is refused, with the row of the first bad byte.
/// </summary>
internal static class TextDecoding
{
    private const int FirstLineLimit = 64 * 1024;

    static TextDecoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string? Decode(string file, byte[] bytes, Faults faults)
    {
        if (bytes.Length == 0)
        {
            faults.Add(file, 0, null, "Import.empty");
            return null;
        }

        var utf16 = bytes.Length > 1 && (bytes[0], bytes[1]) is (0xFF, 0xFE) or (0xFE, 0xFF);
        if (!utf16 && Array.IndexOf(bytes, (byte)0) is >= 0 and var at)
        {
            faults.Add(file, RowOf(bytes, at), null, "Import.binary");
            return null;
        }

        if (FirstLineLength(bytes) > FirstLineLimit)
        {
            faults.Add(file, 1, null, "Import.no_lines");
            return null;
        }

        try
        {
            return utf16 ? (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes, 2, bytes.Length - 2) : Strict(new UTF8Encoding(false, true), bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException bad)
        {
            return Chinese(bytes) ?? Refuse(file, bytes, bad, faults);
        }
    }

    private static string Strict(Encoding encoding, byte[] bytes) => encoding.GetString(bytes);

    private static string? Chinese(byte[] bytes)
    {
        try
        {
            var text = Strict(Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), bytes);
            var header = text.AsSpan(0, Math.Max(text.IndexOf('\n', StringComparison.Ordinal), 0));
            return Layouts.KnowsAnyChinese(header.ToString()) ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? Refuse(string file, byte[] bytes, DecoderFallbackException bad, Faults faults)
    {
        faults.Add(file, RowOf(bytes, bad.Index), null, "Import.encoding");
        return null;
    }

    private static int FirstLineLength(byte[] bytes) => Array.IndexOf(bytes, (byte)'\n') is >= 0 and var end ? end : bytes.Length;

    private static int RowOf(byte[] bytes, int index) => 1 + bytes.AsSpan(0, Math.Clamp(index, 0, bytes.Length)).Count((byte)'\n');
}

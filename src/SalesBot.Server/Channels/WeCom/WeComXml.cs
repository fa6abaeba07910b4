using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace SalesBot.Server.Channels.WeCom;

/// <summary>Reads WeCom's XML, which may be anything: no document type, so no entities, and nothing is fetched.</summary>
internal static class WeComXml
{
    /// <summary>What somebody typed may hold a character that XML has no room for, which is no reason to lose the message.</summary>
    public static XElement? ParseTyped(ReadOnlySpan<byte> utf8) => Parse(string.Concat(Encoding.UTF8.GetString(utf8).Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))).TrimStart('\uFEFF'));

    /// <summary>Null for what is no XML or has another root.</summary>
    public static XElement? Parse(ReadOnlySpan<byte> utf8) => Parse(Encoding.UTF8.GetString(utf8).TrimStart('\uFEFF'));

    private static XElement? Parse(string text)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return XElement.Load(reader) is { Name.LocalName: "xml" } root ? root : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>What stands in an element; null where it is missing or empty.</summary>
    public static string? Text(this XElement xml, string name) => xml.Element(name)?.Value is { Length: > 0 } text ? text : null;
}

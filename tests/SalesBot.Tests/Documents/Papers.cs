using System.IO.Compression;
using System.Text;
using SalesBot.Conversation;

namespace SalesBot.Tests.Documents;

/// <summary>Files as people send them.</summary>
internal static class Papers
{
    public static ReceivedFile Pdf(string name, string says = "one") => new(name, "application/pdf", Encoding.UTF8.GetBytes($"%PDF-1.7\n{says}\n%%EOF\n"));

    public static ReceivedFile Program(string name) => new(name, "application/pdf", Encoding.ASCII.GetBytes("MZ\u0090\0this program cannot be run in DOS mode"));

    public static ReceivedFile Text(string name, string content) => new(name, "text/plain", Encoding.UTF8.GetBytes(content));

    /// <summary>A zip with these parts, as Office packs its documents.</summary>
    public static ReceivedFile Package(string name, params string[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts)
            {
                using var entry = zip.CreateEntry(part).Open();
                entry.Write("<x/>"u8);
            }
        }

        return new ReceivedFile(name, "application/octet-stream", bytes.ToArray());
    }
}

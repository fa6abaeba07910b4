using SalesBot.Conversation;
using SalesBot.Files;

namespace SalesBot.Tests.Documents;

/// <summary>What is taken is told by the content; names are only names.</summary>
public sealed class FileCheckTests
{
    private const string Types = "[Content_Types].xml";

    [Theory]
    [InlineData("../../etc/调研表.pdf", "调研表.pdf")]
    [InlineData(@"C:\Users\x\调研表.pdf", "调研表.pdf")]
    [InlineData("a\u0000\u202Efdp.exe\u0007", "afdp.exe.pdf")]
    [InlineData("..", "file.pdf")]
    [InlineData("", "file.pdf")]
    [InlineData("调研表.docx", "调研表.docx.pdf")]
    [InlineData("x.PDF", "x.PDF")]
    public void A_name_loses_its_path_and_what_cannot_be_seen(string name, string clean) => Assert.Equal(clean, FileCheck.Of(Papers.Pdf(name), new FileLimits()).File!.Name);

    [Fact]
    public void A_long_name_is_cut_before_its_ending()
    {
        var name = FileCheck.Of(Papers.Pdf(new string('长', 300) + ".pdf"), new FileLimits()).File!.Name;
        Assert.Equal(124, name.Length);
        Assert.EndsWith("长.pdf", name, StringComparison.Ordinal);
    }

    [Fact]
    public void Office_documents_are_known_by_their_parts()
    {
        Assert.Equal("a.docx", Name(Papers.Package("a.docx", Types, "word/document.xml")));
        Assert.Equal("a.xlsx", Name(Papers.Package("a.xlsx", Types, "xl/workbook.xml")));
        Assert.Equal("a.pptx", Name(Papers.Package("a.pptx", Types, "ppt/presentation.xml")));
        Assert.Equal("File.refused.Macros", Refusal(Papers.Package("a.docx", Types, "word/document.xml", "word/vbaProject.bin")));
        Assert.Null(Name(Papers.Package("a.docx", "evil.exe")));
        Assert.Null(Name(new ReceivedFile("a.docx", "", "PK\u0003\u0004broken"u8.ToArray())));
    }

    [Fact]
    public void Old_office_documents_are_taken_without_macros_only()
    {
        byte[] text = new byte[5000], slides = [0x1F, 0, 0xFF, 3, 0x14, 0, 0, 0, 2, 0, 0, 4, 0x0C, 0, 0, 0, 9, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0];
        Assert.Equal("a.doc", Name(OldPapers.Of("a.doc", ("WordDocument", text), ("1Table", [1]))));
        Assert.Equal("a.xls", Name(OldPapers.Of("a.xls", ("Workbook", OldPapers.Book(0)))));
        Assert.Equal("a.xls", Name(OldPapers.Of("a.xls", ("Workbook", OldPapers.Book(0, 5000)))));
        Assert.Equal("a.ppt", Name(OldPapers.Of("a.ppt", ("PowerPoint Document", [.. text, .. slides[..20], 0, .. slides[21..]]))));

        Assert.All(
            [
                OldPapers.Of("a.doc", ("WordDocument", text), ("Macros/", []), ("VBA/", []), ("dir", [1])),
                OldPapers.Of("a.xls", ("Workbook", OldPapers.Book(0)), ("_VBA_PROJECT_CUR/", []), ("VBA/", [])),
                OldPapers.Of("a.xls", ("Workbook", OldPapers.Book(1))),
                OldPapers.Of("a.xls", ("WordDocument", [1]), ("Workbook", OldPapers.Book(1, 5000))),
                OldPapers.Of("a.xls", ("Workbook", [0x09, 8, 0, 0, 0x2F, 0, 2, 0, 1, 0])),
                OldPapers.Of("a.docx", ("EncryptedPackage", [1]), ("EncryptionInfo", [1])),
                OldPapers.Of("a.ppt", ("PowerPoint Document", [.. text, .. slides])),
            ],
            file => Assert.Equal("File.refused.Macros", Refusal(file)));
    }

    /// <summary>Whatever byte is wrong: it is taken, or refused, and never breaks or takes long.</summary>
    [Fact]
    public void A_broken_old_document_is_refused_and_breaks_nothing()
    {
        var whole = OldPapers.Of("a.xls", ("Workbook", OldPapers.Book(0, 5000)), ("Summary", [1, 2, 3])).Content.ToArray();
        var random = new Random(7);
        for (var i = 0; i < 3000; i++)
        {
            var broken = i % 2 == 0 ? whole[..random.Next(8, whole.Length)] : [.. whole];
            for (var n = 0; n < 4; n++)
            {
                broken[random.Next(8, Math.Min(broken.Length, 2000))] = (byte)random.Next(256);
            }

            _ = FileCheck.Of(new ReceivedFile("a.xls", "", broken), new FileLimits());
        }

        Assert.Equal("File.refused.Type", Refusal(new ReceivedFile("a.doc", "", whole[..400])));
    }

    [Theory]
    [InlineData("a.txt", "预算 80万", true)]
    [InlineData("a.csv", "a,b\r\n1,2\r\n", true)]
    [InlineData("a.txt", "  <html><script>alert(1)</script>", false)]
    [InlineData("a.csv", "<?xml version='1.0'?><svg/>", false)]
    [InlineData("a.txt", "#!/bin/sh\nrm -rf /", false)]
    [InlineData("a.svg", "plain", false)]
    [InlineData("a.html", "plain", false)]
    [InlineData("a.exe", "plain", false)]
    public void Text_is_taken_as_text_and_pages_and_scripts_are_not(string name, string content, bool taken) => Assert.Equal(taken, Name(Papers.Text(name, content)) is not null);

    [Fact]
    public void A_program_under_a_papers_name_is_not_taken() => Assert.Null(Name(Papers.Program("合同.pdf")));

    [Fact]
    public void What_is_larger_than_the_limit_is_not_taken() => Assert.Equal("File.refused.TooLarge", FileCheck.Of(Papers.Pdf("a.pdf"), new FileLimits(4)).Refusal!.Key);

    private static string? Refusal(ReceivedFile file) => FileCheck.Of(file, new FileLimits()).Refusal?.Key;

    private static string? Name(ReceivedFile file) => FileCheck.Of(file, new FileLimits()).File?.Name;
}

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
        Assert.Null(Name(Papers.Package("a.docx", Types, "word/document.xml", "word/vbaProject.bin")));
        Assert.Null(Name(Papers.Package("a.docx", "evil.exe")));
        Assert.Null(Name(new ReceivedFile("a.docx", "", "PK\u0003\u0004broken"u8.ToArray())));
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

    private static string? Name(ReceivedFile file) => FileCheck.Of(file, new FileLimits()).File?.Name;
}

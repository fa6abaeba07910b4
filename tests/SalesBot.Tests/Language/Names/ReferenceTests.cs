using SalesBot.Language;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Tests.Language.Names;

/// <summary>Names that are near each other, that are common words, that nobody knows: whom each of some hundred sentences means, in three companies.</summary>
public class ReferenceTests
{
    private static readonly DateTime Now = new(2026, 3, 11, 10, 0, 0, DateTimeKind.Unspecified);

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    [InlineData("mixed")]
    public void Means_whom_the_words_mean(string company)
    {
        var reader = new Reader(Reference.Index(company, out var records));
        var misses = Reference.Load(company).Select(reference => Read(reader, reference, records)).OfType<string>().ToList();
        Assert.True(misses.Count == 0, $"{misses.Count} of {Reference.Load(company).Count}:\n" + string.Join('\n', misses));
    }

    private static string? Read(Reader reader, Reference reference, IReadOnlyList<NamedRecord> records)
    {
        var frame = reader.Read(reference.Text, records.First(record => record.Kind == NamedKind.Person).Key, Now, reference.Focus(records), _ => true);
        var wrong = reference.Wrong(frame, records);
        return wrong is not null && frame.Clarify.Count == 0 && !PhraseBook.Standard.Reads.Contains(frame.Intent) ? "WRITES " + wrong : wrong;
    }
}

using SalesBot.Language.Learning;
using SalesBot.Language.Phrases;

namespace SalesBot.Tests.Language.Learning;

/// <summary>The sentences that the reader learns from.</summary>
public class ExampleTests
{
    [Fact]
    public void Every_intent_has_examples_in_both_languages()
    {
        var written = typeof(Example).Assembly.GetManifestResourceNames();
        Assert.All(PhraseBook.Standard.Intents, intent => Assert.All(["zh", "en"], language => Assert.Contains($"SalesBot.Language.Examples.{intent}.{language}.txt", written, StringComparer.Ordinal)));
    }

    [Fact]
    public void No_sentence_stands_for_two_intents()
    {
        var twice = Example.All().GroupBy(example => example.Line.Trim().ToLowerInvariant(), StringComparer.Ordinal).Where(lines => lines.Select(line => line.Intent).Distinct(StringComparer.Ordinal).Count() > 1).Select(lines => lines.Key);
        Assert.Empty(twice);
    }

    [Fact]
    public void What_was_learnt_is_known()
    {
        var examples = Example.All();
        var right = examples.Count(example => Best(example) == example.Intent);
        Assert.True(right >= 0.97 * examples.Count, $"{right} of {examples.Count}");
    }

    [Fact]
    public void Learning_twice_gives_the_same_model()
    {
        var some = Example.All().Where((_, place) => place % 10 == 0).ToList();
        var (first, second) = (Lessons.Learn(some), Lessons.Learn(some));
        Assert.All(some.Take(100), example => Assert.Equal(first.Likely(example.Features), second.Likely(example.Features)));
    }

    /// <summary>The build wrote it for this compilation, so the tests talk to what a start would load.</summary>
    [Fact]
    public void The_model_beside_the_program_is_what_learning_gives()
    {
        var (loaded, learnt) = (LearntFile.BesideProgram(), Lessons.Learn(Example.All()));
        Assert.NotNull(loaded);
        Assert.Equal(learnt.Intents, loaded.Intents);
        Assert.Equal(learnt.Features, loaded.Features);
        Assert.True(learnt.Weights.SequenceEqual(loaded.Weights));
    }

    [Fact]
    public void A_model_of_another_compilation_is_not_loaded()
    {
        using var file = new MemoryStream();
        LearntFile.Write(IntentModel.Standard, new byte[32], file);
        var bytes = file.ToArray();
        Assert.NotNull(LearntFile.Read(new MemoryStream(bytes)));
        bytes[0] ^= 1;
        Assert.Null(LearntFile.Read(new MemoryStream(bytes)));
    }

    [Fact]
    public void What_was_learnt_from_the_same_lessons_is_kept_and_from_others_not()
    {
        var path = Path.GetTempFileName();
        var some = Example.All().Where((_, place) => place % 50 == 0).ToList();
        LearntFile.Write(IntentModel.Standard, Lessons.Fingerprint(some), File.Create(path));

        Assert.Equal(IntentModel.Standard.Features, LearntFile.OfSameLessons(path, Lessons.Fingerprint(some))?.Features);
        Assert.Null(LearntFile.OfSameLessons(path, Lessons.Fingerprint([.. some.Skip(1)])));
        File.Delete(path);
        Assert.Null(LearntFile.OfSameLessons(path, Lessons.Fingerprint(some)));
    }

    private static string Best(Example example)
    {
        var likely = IntentModel.Standard.Likely(example.Features);
        return IntentModel.Standard.Intents[Array.IndexOf(likely, likely.Max())];
    }
}

using SalesBot.Language.Filling;
using SalesBot.Language.Phrases;

namespace SalesBot.Tests.Language.Phrases;

public class PhraseFileTests
{
    [Fact]
    public void All_intents_of_the_contract_have_a_file() => Assert.Equal(47, PhraseBook.Standard.Intents.Count);

    [Fact]
    public void Every_intent_has_something_that_speaks_for_it() =>
        Assert.Empty(PhraseBook.Standard.Intents.Except(PhraseBook.Standard.Rules.Where(rule => rule.Weight > 0).Select(rule => rule.Intent), StringComparer.Ordinal));

    [Fact]
    public void What_answers_a_question_about_an_order_is_an_intent_that_reads() => Assert.Empty(PhraseBook.Standard.Asked.Values.Except(PhraseBook.Standard.Reads, StringComparer.Ordinal));

    [Fact]
    public void Every_slot_named_in_a_file_has_a_reader() =>
        Assert.All(PhraseBook.Standard.SlotsOf.Values.SelectMany(slots => slots), slot => Assert.True(SlotReaders.Knows(slot), slot));
}

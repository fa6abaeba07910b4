using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Contracts;

/// <summary>What is said of terms is submitted as said: nothing of it is lost without a word.</summary>
public sealed class WholeTermsTests
{
    [Theory]
    [InlineData("submit the 凌云电缆能耗 contract with net 30 from delivery and English law", "net 30 from delivery and English law")]
    [InlineData("submit the 凌云电缆能耗 contract, net 45 and Swiss law please", "net 45 and Swiss law")]
    [InlineData("submit the 凌云电缆能耗 contract with payment 30 days after acceptance and two spare sensors", "payment 30 days after acceptance and two spare sensors")]
    public async Task All_of_the_terms_are_submitted_and_read_by_legal(string said, string terms)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").InEnglish().Says(said);
        Assert.Equal(terms, await bot.Look(db => db.Contracts.Select(c => c.Terms).SingleAsync()));
        await bot.As("郑文").IsTold(terms);
    }

    [Fact]
    public async Task Submitted_again_with_the_same_terms_legal_still_reads_them()
    {
        await using var bot = await TestBot.StartAsync();
        var (rep, legal) = (bot.As("赵磊").InEnglish(), bot.As("郑文").InEnglish());
        await rep.Says("submit the 凌云电缆能耗 contract, net 30");
        await legal.Says("return it, no annex");
        await rep.Says("submit the 凌云电缆能耗 contract, net 30");
        await legal.Says("approvals");
        await legal.Says("show the 凌云电缆能耗 approval");
        legal.Hears("Nothing is different", "net 30");
    }

    [Theory]
    [InlineData("net 30", "net 45 and English law", "net 45 and English law")]
    [InlineData("net 30 from delivery and English law", "net 45", "English law; net 45")]
    [InlineData("net 30; English law", "net 45", "English law; net 45")]
    [InlineData("net 30; two spare sensors", "net 45", "two spare sensors; net 45")]
    [InlineData("English law", "Swiss law and net 30", "Swiss law and net 30")]
    public void A_clause_said_anew_takes_the_place_of_the_one_about_the_same_and_others_stay(string before, string said, string after) =>
        Assert.Equal(after, Clauses.Merged(before, said));
}

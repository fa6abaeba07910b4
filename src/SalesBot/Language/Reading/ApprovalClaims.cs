using SalesBot.Language.Names;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>What a clause says of the approval it means.</summary>
internal static class ApprovalClaims
{
    private const decimal Near = 0.0005m;

    public static IReadOnlyList<Claim> Of(Clause clause) =>
        [.. Names(clause), .. Senders(clause), .. Kinds(clause), .. Values(clause), .. Words(clause)];

    private static IEnumerable<Claim> Names(Clause clause)
    {
        foreach (var mention in clause.Mentions)
        {
            var keys = mention.Records.Select(record => mention.Kind == NamedKind.Contact ? record.Customer : record.Key).OfType<string>().ToHashSet(StringComparer.Ordinal);
            switch (mention.Kind)
            {
                case NamedKind.Customer or NamedKind.Deal or NamedKind.Contract or NamedKind.Quote or NamedKind.Approval:
                    yield return new Claim(mention.Mark, mention.Strength > NameStrength.Tail ? ClaimKind.Name : ClaimKind.Words, approval => IsOf(approval, keys));
                    break;
                case NamedKind.Contact when mention.Strength >= NameStrength.Short:
                    yield return new Claim(mention.Mark, ClaimKind.Words, approval => IsOf(approval, keys));
                    break;
                case NamedKind.Product when mention.Strength >= NameStrength.Short:
                    yield return new Claim(mention.Mark, ClaimKind.Words, approval => mention.Records.Any(product => Has(clause.Index.Get(approval.Deal), product) || Has(clause.Index.Get(approval.Subject), product)));
                    break;
                default:
                    break;
            }
        }
    }

    private static bool IsOf(NamedRecord approval, HashSet<string> keys) =>
        keys.Contains(approval.Key) || (approval.Customer is { } customer && keys.Contains(customer)) || (approval.Deal is { } deal && keys.Contains(deal)) || (approval.Subject is { } subject && keys.Contains(subject));

    private static bool Has(NamedRecord? titled, NamedRecord product) =>
        titled is not null && NormalText.Of(titled.Name).Text is var title && product.OtherNames.Append(product.Name).Any(name => title.Contains(NormalText.Of(name).Text, StringComparison.Ordinal));

    private static IEnumerable<Claim> Senders(Clause clause)
    {
        foreach (var mention in clause.Named(NamedKind.Person, NameStrength.Short).Where(mention => mention.Records.All(person => person.Key != clause.Message.Person)))
        {
            var keys = mention.Records.Select(person => person.Key).ToHashSet(StringComparer.Ordinal);
            var sends = clause.Words("sends").Any(word => word.Start - mention.End is 0 or 1) || clause.Words("sent_by").Any(word => mention.Start - word.End is 0 or 1);
            yield return new Claim(mention.Mark, sends ? ClaimKind.Sender : ClaimKind.Person, approval => approval.Owner is { } owner && keys.Contains(owner));
        }
    }

    private static IEnumerable<Claim> Kinds(Clause clause) => clause.Words("kind").Select(word =>
        new Claim(word, clause.Words("paper").Any(paper => paper.Start == word.Start) ? ClaimKind.Kind : ClaimKind.Topic, approval => string.Equals(approval.About, word.Value, StringComparison.Ordinal)));

    private static IEnumerable<Claim> Values(Clause clause)
    {
        foreach (var value in clause.Values.Where(value => value.Number is not null && !clause.Words("not_discount").Any(word => word.Start - value.End is 0 or 1 || value.Start - word.End is >= 0 and <= 6)))
        {
            var number = value.Number!.Value;
            if (value.Kind is ValueKind.Discount) yield return new Claim(value.Mark, ClaimKind.Value, approval => IsOff(clause, approval, number));
            if (value.Kind is ValueKind.Percent || (value.Kind is ValueKind.Delta && value.OfPercent)) yield return new Claim(value.Mark, ClaimKind.Value, approval => IsOff(clause, approval, 1 - (Math.Abs(number) / 100)));
            if (value.Kind is ValueKind.Money || (value.Kind is ValueKind.Number && number >= 1000)) yield return new Claim(value.Mark, ClaimKind.Value, approval => Paper(clause, approval)?.Amount == number);
        }
    }

    private static bool IsOff(Clause clause, NamedRecord approval, decimal factor) => Paper(clause, approval)?.Discount is { } discount && Math.Abs(discount - factor) < Near;

    private static NamedRecord? Paper(Clause clause, NamedRecord approval) => clause.Index.Get(approval.Subject);

    /// <summary>Of each that waits, the words of its contract and deal that are not the customer's.</summary>
    private static IEnumerable<Claim> Words(Clause clause) => clause.Message.Desk.Titled.SelectMany(titled =>
        OwnWords.Find(clause, titled.Words).Select(place => new Claim(place, ClaimKind.Words, other => other.Key == titled.Approval.Key)));
}

using System.Buffers;
using SalesBot.Language.Learning;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>
/// Names of companies that nobody has recorded, by how they end (<c>trades.txt</c>) and by what stands before: 鸿运印刷, "Ridgeline Dairy",
/// "acme widgets ltd". A known name that goes on as no known one does (恒信包装 beside 恒信建材, "Kestrel Marine" beside "Kestrel Roofing") is one, too.
/// </summary>
internal sealed class Strangers(NormalText text, IReadOnlyList<Mention> mentions, IReadOnlyList<Value> values, IReadOnlyList<LiteralHit> hits)
{
    private const int LongestBrand = 6;

    /// <summary>Before a word like 医院 they count it: 两家医院.</summary>
    private static readonly SearchValues<char> Counter = NameFiles.Characters("counter"), HouseNumber = NameFiles.Characters("ordinal"), Errand = NameFiles.Characters("errand");

    private static readonly int[] Joining = [PhraseBook.Standard.KeyOf("[before]"), PhraseBook.Standard.KeyOf("[to_word]"), PhraseBook.Standard.KeyOf("[and]"), PhraseBook.Standard.KeyOf("[polite]"), PhraseBook.Standard.KeyOf("[name_stop]")];

    /// <summary>Where they stand, none inside another.</summary>
    public List<Mark> Find(EntityIndex index)
    {
        var found = new List<Mark>();
        var trades = Trades.Find(text.Text);
        foreach (var trade in trades.Where(trade => trade.Sort != TradeSort.General))
        {
            if (found.Exists(name => name.Overlaps(trade.Start, trade.End)) || IsNamed(trade.Start, trade.End)) continue;
            var start = Script.IsChinese(text[trade.Start]) ? ChineseStart(trade, trades, index) : LatinStart(trade, index);
            if (start >= 0) found.Add(new Mark(start, End(trade.End, trades)));
        }

        foreach (var mention in mentions.Where(mention => IsPart(mention) && !trades.Any(word => word.Sort == TradeSort.Legal && word.Start == mention.End + 1))) GoOn(mention, found, index);
        if (!mentions.Any(IsPart)) found.AddRange(new LedNames(text, hits).Find().Where(name => !IsNamed(name.Start, name.End) && !found.Exists(other => other.Overlaps(name.Start, name.End)) && !values.Any(value => value.Mark.Overlaps(name.Start, name.End))));
        return found;
    }

    /// <summary>A customer's name that is no whole one, so that a longer one may begin with it.</summary>
    private static bool IsPart(Mention mention) =>
        mention is { Kind: NamedKind.Customer or NamedKind.Lead, Strength: > NameStrength.Tail };

    private bool IsNamed(int start, int end) =>
        mentions.Any(mention => mention.Strength > NameStrength.Tail && mention.Kind is not NamedKind.Task && mention.Start <= start && end <= mention.End);

    private int ChineseStart(TradeWord trade, IReadOnlyList<TradeWord> trades, EntityIndex index)
    {
        if (trades.Any(word => word.Sort == TradeSort.General && word.Start == trade.End && Script.IsChinese(text[word.Start]))) return -1;
        if (mentions.FirstOrDefault(mention => IsPart(mention) && mention.End == trade.Start) is { } known)
        {
            return trade.Sort == TradeSort.Legal || trades.Any(word => word.Sort is TradeSort.Trade or TradeSort.House && word.End == known.End && word.Start > known.Start) || IsOwn(known, trade, index) ? -1 : known.Start;
        }

        var start = trade.Start;
        while (start > 0 && trade.Start - start < LongestBrand && Script.IsChinese(text[start - 1]) && (IsOrdinal(start - 1) || !IsTaken(start - 1, trade.Start))) start--;
        while (trade.Start - start > 2 && hits.Any(hit => hit.Start == start && hit.End == start + 1)) start++;
        var brand = trade.Start - start;
        if (brand < 2 || Counter.Contains(text[trade.Start - 1]) || trades.Any(word => word.End == trade.Start && (word.Sort == TradeSort.General || word.Start == start))) return -1;
        if (trade.Sort == TradeSort.House && Errand.Contains(text[start]) && !Enumerable.Range(start, brand - 1).Any(i => !IntentModel.Standard.Knows(Gram.OfPair(text.Text.AsSpan(i, 1), text.Text.AsSpan(i + 1, 1))))) return -1;
        return trade.Sort == TradeSort.Trade || (trade.Sort == TradeSort.Legal && trade.End - trade.Start > 2) || ((brand <= 3 || text.Slice(start, trade.Start).ContainsAny(HouseNumber)) && !PhraseBook.Standard.IsLiteral(text.Text[start..trade.Start])) ? start : -1;
    }

    /// <summary>第三人民医院: the number of a house is part of its name.</summary>
    private bool IsOrdinal(int at) => HouseNumber.Contains(text[at]) || (at > 0 && HouseNumber.Contains(text[at - 1]));

    /// <summary>A word that cannot belong to a name stands here: a value, another name, a word of ours of two characters or one that joins.</summary>
    private bool IsTaken(int at, int end) =>
        mentions.Any(mention => mention.Strength > NameStrength.Tail && mention.Start <= at && at < mention.End) || values.Any(value => value.Start <= at && at < value.End && value.End - value.Start > 1)
        || hits.Any(hit => hit.Start <= at && at < hit.End && hit.End <= end && (hit.End - hit.Start > 1 || Joining.Any(list => PhraseBook.Standard.Is(hit.Literal, list))));

    private int LatinStart(TradeWord trade, EntityIndex index)
    {
        if (mentions.FirstOrDefault(mention => IsPart(mention) && mention.End == trade.Start - 1 && text[mention.End] == ' ') is { } known)
        {
            var alike = IsCapital(known.Start) == IsCapital(trade.Start) && (trade.Sort == TradeSort.Trade || IsCapital(trade.Start));
            return trade.Sort == TradeSort.Legal || !alike || IsOwn(known, trade, index) ? -1 : Leftmost(known.Start, trade);
        }

        var start = Leftmost(trade.Start, trade);
        return start < trade.Start ? start : -1;
    }

    /// <summary>Over the words before it that name, too: [Blue] Harbor Shipping, where Harbor is another.</summary>
    private int Leftmost(int start, TradeWord trade)
    {
        for (var at = Before(start); at >= 0 && IsNamePart(at, start - 1, trade); at = Before(start)) start = at;
        return start;
    }

    /// <summary>A word before the trade that names: with a capital, or in small letters one that no sentence of ours has.</summary>
    private bool IsNamePart(int start, int end, TradeWord trade)
    {
        if (IsNamed(start, IsWhose(start, end) ? end - 2 : end) || values.Any(value => value.Mark.Overlaps(start, end))) return false;
        var word = text.Text[start..end];
        var known = PhraseBook.Standard.IsLiteral(word) || IntentModel.Standard.Knows(Gram.OfWord(word));
        if (IsCapital(start)) return !known || (IsCapital(trade.Start) && !(PhraseBook.Standard.IsLiteral(word) && (Opens(start) || PhraseBook.Standard.IsGlue(word))));
        return !known && end - start > 2 && trade.Sort != TradeSort.House;
    }

    private bool IsWhose(int start, int end) => end - start > 3 && text.Slice(end - 2, end) is "'s";

    /// <summary>A known name beside a word with a capital that belongs to none of its records, nor to anything else we know.</summary>
    private void GoOn(Mention mention, List<Mark> found, EntityIndex index)
    {
        var next = mention.End + 1;
        if (mention.End + 1 >= text.Length || text[mention.End] != ' ' || !Script.IsLatin(text[mention.End - 1]) || !Script.IsLatin(text[next]) || !IsCapital(mention.Start) || !IsCapital(next)) return;
        var end = WordEnd(next);
        var word = text.Text[next..end];
        if (IsNamed(next, end) || found.Exists(name => name.Overlaps(mention.Start, end)) || values.Any(value => value.Mark.Overlaps(next, end))) return;
        if (end - next < 3 || PhraseBook.Standard.IsLiteral(word) || IntentModel.Standard.Knows(Gram.OfWord(word)) || IsOwn(mention, new TradeWord(next, end, TradeSort.House), index)) return;
        found.Add(new Mark(mention.Start, end));
    }

    /// <summary>The word is part of what one of the records or its deals is called, or of a product.</summary>
    private bool IsOwn(Mention known, TradeWord trade, EntityIndex index)
    {
        var word = text.Text[trade.Start..trade.End];
        return known.Records.Any(record => Says(record, word) || index.Of(record.Key, NamedKind.Deal).Any(deal => Says(deal, word)) || OwnWords.InBothNumbers(word).Skip(1).Any(other => index.Of(record.Key, NamedKind.Deal).Any(deal => Says(deal, other))));
    }

    private static bool Says(NamedRecord record, string word) => record.OtherNames.Prepend(record.Name).Any(name => NormalText.Of(name).Text.Contains(word, StringComparison.Ordinal));

    /// <summary>With what goes on after the trade: another one, the legal form, a place; in English whatever has a capital and is no word of ours.</summary>
    private int End(int end, IReadOnlyList<TradeWord> trades)
    {
        for (var moved = true; moved;)
        {
            var more = trades.FirstOrDefault(word => word.Sort != TradeSort.General && (word.Start == end || (word.Start == end + 1 && text[end] is ' ')) && (Script.IsChinese(text[word.Start]) || word.Sort == TradeSort.Legal || IsCapital(word.Start))).End;
            if (more <= end && end + 1 < text.Length && text[end] == ' ' && Script.IsLatin(text[end + 1]) && IsCapital(end + 1) && WordEnd(end + 1) is var stop && !PhraseBook.Standard.IsLiteral(text.Text[(end + 1)..stop]) && !IsTaken(end + 1, stop) && !IsNamed(end + 1, stop)) more = stop;
            moved = more > end;
            if (moved) end = more;
        }

        return end;
    }

    private bool IsCapital(int at) => text.AsTyped(at, at + 1) is [var letter, ..] && char.IsUpper(letter);

    /// <summary>Nothing but blanks and signs before it, in the message or its part.</summary>
    private bool Opens(int at)
    {
        while (at > 0 && text[at - 1] == ' ') at--;
        return at == 0 || !char.IsLetterOrDigit(text[at - 1]);
    }

    private int Before(int start)
    {
        if (start < 2 || text[start - 1] is not ' ' and not '-' || !Script.IsLatin(text[start - 2])) return -1;
        var at = start - 1;
        while (at > 0 && (Script.IsLatin(text[at - 1]) || text[at - 1] is '\'' or '&')) at--;
        return at;
    }

    private int WordEnd(int at)
    {
        while (at < text.Length && Script.IsLatin(text[at])) at++;
        return at;
    }
}

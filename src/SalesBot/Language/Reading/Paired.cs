using System.Collections.Frozen;
using SalesBot.Language.Filling;
using SalesBot.Language.Names;

namespace SalesBot.Language.Reading;

/// <summary>
/// One order for several, each with a value of its own: “刘晨60万 赵磊90万”, "Kevin's target 300k, Sofia 250k", “两家分别改成80万和90万”; or one value
/// for each of them (“各60万”), or for all that are named in a row (“北辰和东岭都推两周”, "move A and B to proposal"). Each is read as if the others had not been named, so that what is said once (the month) holds for all.
/// </summary>
internal static class Paired
{
    private static readonly NamedKind[] People = [NamedKind.Person, NamedKind.Team], Records = [NamedKind.Customer, NamedKind.Deal];
    private static readonly ValueKind[] Amounts = [ValueKind.Money], Days = [ValueKind.Date, ValueKind.DateRange, ValueKind.Duration];

    private static readonly FrozenDictionary<string, (NamedKind[] Names, ValueKind[] Values)> Orders = new Dictionary<string, (NamedKind[], ValueKind[])>(StringComparer.Ordinal)
    {
        ["set_target"] = (People, Amounts), ["update_amount"] = (Records, Amounts), ["record_payment"] = (Records, Amounts), ["update_close_date"] = (Records, Days), ["move_stage"] = (Records, []),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A clause for each; empty when there are no two.</summary>
    public static IReadOnlyList<Clause> Of(Clause clause, string intent)
    {
        if (clause.Focus is { Pending: not null, Optional: false } || !Orders.TryGetValue(intent, out var kinds)) return [];
        var names = Named(clause, kinds.Names);
        var values = clause.ValuesOf(kinds.Values).Where(value => !TermSlots.Holds(clause, value)).ToList();
        if (names.Count >= 2 && values.Count <= 1 && kinds.Values != Amounts && InARow(clause, names)) return names.ConvertAll(name => Alone(clause, (name, values), (names, values)));
        if (names.Count < 2 || values.Count == 0) return [];
        var pairs = Respectively(clause, names, values) ?? Apiece(clause, names, values) ?? (values[0].Start < names[0].Start ? Before(names, values) : After(names, values));
        return pairs.Count < 2 ? [] : [.. pairs.Select(pair => Alone(clause, pair, (names, values)))];
    }

    /// <summary>What is left of the others' names gives no reason.</summary>
    public static Frame WithoutOthers(Clause clause, Clause pair, Frame frame)
    {
        var others = clause.Mentions.Except(pair.Mentions).Select(mention => clause.Message.AsTyped(mention.Start, mention.End));
        if (frame.Slots.Text("reason") is { } reason && others.Any(name => reason.Contains(name, StringComparison.Ordinal))) frame.Slots.Remove("reason");
        return frame;
    }

    /// <summary>The longest name at each place; what is named twice is one, as are a customer and its deal.</summary>
    private static List<Mention> Named(Clause clause, NamedKind[] kinds)
    {
        var kept = new List<Mention>();
        foreach (var mention in clause.Mentions.Where(mention => kinds.Contains(mention.Kind) && mention.Strength >= NameStrength.Short).OrderByDescending(mention => mention.Length).ThenByDescending(mention => mention.Strength))
        {
            if (!kept.Exists(other => other.Mark.Overlaps(mention.Start, mention.End) || other.Records.Any(known => mention.Records.Any(record => record.Key == known.Key || record.Customer == known.Key || record.Key == known.Customer)))) kept.Add(mention);
        }

        return [.. kept.OrderBy(mention => mention.Start)];
    }

    /// <summary>“A和B分别X和Y”, “A、B X和Y”: as many values as names, in their order.</summary>
    private static List<(Mention Name, List<Value> Values)>? Respectively(Clause clause, List<Mention> names, List<Value> values) =>
        names.Count == values.Count && (clause.Words("respectively").Count > 0 || (names[^1].End <= values[0].Start && InARow(clause, names))) ? [.. names.Zip(values, (name, value) => (name, new List<Value> { value }))] : null;

    /// <summary>“A和B各X”: names in a row and one value for each.</summary>
    private static List<(Mention Name, List<Value> Values)>? Apiece(Clause clause, List<Mention> names, List<Value> values) =>
        values.Count == 1 && clause.Words("apiece").Count > 0 && InARow(clause, names) ? names.ConvertAll(name => (name, values)) : null;

    private static bool InARow(Clause clause, List<Mention> names) => names.Zip(names.Skip(1)).All(pair => SubjectSlots.IsJoined(clause, pair.First.End, pair.Second.Start));

    /// <summary>Each name with what follows it; one that only tells who wants it (“王总说刘晨60万 …”) has nothing.</summary>
    private static List<(Mention Name, List<Value> Values)> After(List<Mention> names, List<Value> values)
    {
        var pairs = names.Select((name, i) => (name, values.FindAll(value => value.Start >= name.End && (i + 1 == names.Count || value.End <= names[i + 1].Start)))).SkipWhile(pair => pair.Item2.Count == 0).ToList();
        return pairs.TrueForAll(pair => pair.Item2.Count > 0) ? pairs : [];
    }

    /// <summary>"300k for Kevin and 250k for Sofia".</summary>
    private static List<(Mention Name, List<Value> Values)> Before(List<Mention> names, List<Value> values)
    {
        var pairs = names.Select((name, i) => (name, values.FindAll(value => value.End <= name.Start && (i == 0 || value.Start >= names[i - 1].End)))).ToList();
        return pairs.TrueForAll(pair => pair.Item2.Count > 0) && values[^1].End <= names[^1].Start ? pairs : [];
    }

    private static Clause Alone(Clause clause, (Mention Name, List<Value> Values) pair, (List<Mention> Names, List<Value> Values) all)
    {
        var others = all.Names.Where(name => name != pair.Name).ToList();
        var message = clause.Message with
        {
            Mentions = [.. clause.Message.Mentions.Where(mention => !others.Exists(other => other.Mark.Overlaps(mention.Start, mention.End)))],
            Besides = [.. others.Select(other => other.Mark)],
            Values = [.. clause.Message.Values.Where(value => !all.Values.Contains(value) || pair.Values.Contains(value))],
        };
        return new Clause(message, clause.From, clause.To);
    }
}

using SalesBot.Language.Filling;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>Turns what was found in a clause into marks: words, names, values, the context.</summary>
internal static class ClauseMarks
{
    private const int LongText = 40;

    public static void Fill(Clause clause)
    {
        foreach (var hit in clause.Message.Hits)
        {
            if (hit.Start < clause.From || hit.End > clause.To || clause.Quoted?.Overlaps(hit.Start, hit.End) == true) continue;
            foreach (var (key, value) in PhraseBook.Standard.LabelsOf(hit.Literal)) clause.Marks.Add(key, new Mark(hit.Start, hit.End, value));
        }

        foreach (var mention in clause.Mentions) AddName(clause, mention);
        foreach (var name in clause.Strangers) clause.Marks.Add(Feature.Stranger, name);
        if (UnknownPeople.Receiver(clause) is { } somebody) clause.Marks.Add(Feature.Somebody, somebody);
        foreach (var value in clause.Values) AddValue(clause, value);
        foreach (var (label, stage) in clause.Index.StageWords) AddStage(clause, label, stage);
        foreach (var mark in clause.Marks.Of(Feature.OrdinalWord).ToList()) clause.Marks.Add(Feature.Ordinal, mark);
        if (Places.Led(clause) is { } row) clause.Marks.Add(Feature.Ordinal, row);
        AddContext(clause);
        // "Have Kevin write it up by Wednesday" begins as a question does.
        var makesDo = Filling.Errands.IsForAnother(clause);
        if (makesDo) Put(clause, Feature.Errand);
        if (Questions.Asks(clause) && !(makesDo && !Questions.IsMarked(clause))) Put(clause, Feature.Question);
        if (clause.To - clause.From > LongText) Put(clause, Feature.Long);
        AddTellers(clause);
        AddShape(clause);
    }

    /// <summary>“雨桐说 …”, “覃总想 …”: a name, and right after it a word of saying or wishing; “等云帆签了 …”: a name that is waited for.</summary>
    private static void AddTellers(Clause clause)
    {
        var tellers = clause.Mentions.Where(mention => mention.Kind is NamedKind.Person or NamedKind.Contact && mention.Strength >= NameStrength.Short).Select(mention => mention.End).ToHashSet();
        foreach (var word in clause.Words("wait_for").Where(word => clause.Marks.IsStart(word.Start) && clause.Mentions.Any(mention => mention.Start == word.End))) clause.Marks.Add(Feature.If, word);
        foreach (var word in clause.Marks.Of(Feature.Key("[says]")).Where(word => tellers.Contains(word.Start)).ToList()) clause.Marks.Add(Feature.Said, word);
    }

    private static void AddName(Clause clause, Mention mention)
    {
        var weak = mention.Strength == NameStrength.Tail;
        var key = mention.Kind switch
        {
            NamedKind.Customer => weak ? Feature.Hint : Feature.Customer,
            NamedKind.Deal => weak ? Feature.Hint : Feature.Deal,
            NamedKind.Contact => Feature.Contact,
            NamedKind.Person => Feature.Person,
            NamedKind.Team => Feature.Team,
            NamedKind.Contract => Feature.Contract,
            NamedKind.Quote => Feature.Quote,
            NamedKind.Approval => Feature.Approval,
            NamedKind.Product => Feature.Product,
            NamedKind.Lead => Feature.Lead,
            _ => -1,
        };
        if (key >= 0) clause.Marks.Add(key, mention.Mark);
        if (mention.Kind == NamedKind.Customer && mention.Strength == NameStrength.Sound) clause.Marks.Add(Feature.Sound, mention.Mark);
        if (mention.Kind == NamedKind.Person && mention.Records.Any(person => !string.Equals(person.Key, clause.Message.Person, StringComparison.Ordinal))) clause.Marks.Add(Feature.PersonOther, mention.Mark);
    }

    /// <summary>A stage by another system's name, as a word of its own.</summary>
    private static void AddStage(Clause clause, string label, string stage)
    {
        var text = clause.Message.Text.Text;
        var start = text.IndexOf(label, clause.From, clause.To - clause.From, StringComparison.Ordinal);
        if (start < 0 || IsAsciiLetter(text, start - 1) || IsAsciiLetter(text, start + label.Length)) return;
        clause.Marks.Add(Feature.Key("[stage]"), new Mark(start, start + label.Length, stage));
    }

    private static bool IsAsciiLetter(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiLetter(text[at]);

    private static void AddValue(Clause clause, Value value)
    {
        var today = clause.Message.Today;
        if (value.Kind is ValueKind.Money or ValueKind.MoneyRange || (value.Kind == ValueKind.Number && value.Number is >= 1000 or 0)) clause.Marks.Add(Feature.Amount, value.Mark);
        if (value.Kind is ValueKind.Date or ValueKind.DateRange && value.Date is { } day)
        {
            clause.Marks.Add(day > today || value.Last > today ? Feature.Future : Feature.Past, value.Mark);
        }

        var key = value.Kind switch
        {
            ValueKind.Number => Feature.Number,
            ValueKind.Percent => Feature.Percent,
            ValueKind.Discount => Feature.Discount,
            ValueKind.Delta => Feature.Delta,
            // It orders what a real day would order; whether there is such a day is another question.
            ValueKind.Date or ValueKind.NoSuchDay => Feature.Date,
            ValueKind.Time => Feature.Time,
            ValueKind.DateRange => Feature.Range,
            ValueKind.Duration => Feature.Duration,
            ValueKind.Phone => Feature.Phone,
            ValueKind.Ordinal => Feature.Ordinal,
            _ => -1,
        };
        if (key >= 0) clause.Marks.Add(key, value.Mark);
    }

    private static void AddContext(Clause clause)
    {
        var focus = clause.Focus;
        PutIf(clause, focus.Deal is not null, Feature.ContextDeal);
        PutIf(clause, focus.Customer is not null || focus.Deal is not null, Feature.ContextCustomer);
        PutIf(clause, focus.Approval is not null && clause.Index.Get(focus.Approval)?.Owner != clause.Message.Person, Feature.ContextApproval);
        PutIf(clause, focus.Contract is not null, Feature.ContextContract);
        PutIf(clause, focus.Lead is not null, Feature.ContextLead);
        PutIf(clause, focus.Alert is not null, Feature.ContextAlert);
        PutIf(clause, focus.Pending is not null, Feature.ContextPending);
        PutIf(clause, focus.LastIntent is not null, Feature.ContextLast);
        PutIf(clause, focus.LastIntent is not null, Feature.Last);
        PutIf(clause, focus.List.Any(key => clause.Index.Get(key)?.Kind == NamedKind.Task), Feature.ContextTasks);
        PutIf(clause, focus.List.Any(key => clause.Index.Get(key)?.Kind == NamedKind.Approval), Feature.ContextApprovals);
    }

    /// <summary>What the whole clause looks like: nothing but a name, a customer with deals.</summary>
    private static void AddShape(Clause clause)
    {
        var marks = clause.Marks;
        if (!marks.Has(Feature.Customer) && !marks.Has(Feature.Deal) && (SubjectFinder.FromHint(clause) ?? SubjectFinder.FromSibling(clause)) is not null) Put(clause, Feature.Hint);
        if (TaskMatch.Find(clause).Count > 0) Put(clause, Feature.Task);
        if (NamedApprovals.Named(clause).Count > 0 || Places.Find(clause).Any(shown => shown.Kind == NamedKind.Approval && (shown.Approvers.Count == 0 || shown.Approvers.Contains(clause.Message.Person, StringComparer.Ordinal)))) Put(clause, Feature.Approval);
        if (Places.Find(clause) is [var shown] && clause.Focus.Pending is null && Answers.IsOnly(clause, Feature.OrdinalWord)) Put(clause, shown.Kind == NamedKind.Customer ? Feature.BareCustomer : Feature.BareDeal);
        var customers = clause.Named(NamedKind.Customer).ToList();
        var deals = clause.Named(NamedKind.Deal, NameStrength.Short).ToList();
        if (customers.SelectMany(mention => mention.Records).Any(customer => clause.Index.Of(customer.Key, NamedKind.Deal).Any(deal => deal.IsOpen))) Put(clause, Feature.OpenDealCustomer);
        if (deals.Count > 0 && Covers(clause, deals[0])) Put(clause, Feature.BareDeal);
        else if (customers.Count > 0 && Covers(clause, customers[0])) Put(clause, Feature.BareCustomer);
        if (deals.Count > 0 && customers.TrueForAll(customer => deals.Exists(deal => deal.Start <= customer.Start && customer.End <= deal.End && deal.Length > customer.Length))) Put(clause, Feature.DealOnly);
        if (customers.Count > 0 && marks.Of(Feature.DealsWord).Any(word => customers.Exists(customer => word.Start >= customer.End && word.Start - customer.End <= 4))) Put(clause, Feature.DealWordNear);
    }

    private static bool Covers(Clause clause, Mention mention) => clause.Marks.IsStart(mention.Start) && clause.Marks.IsEnd(mention.End);

    private static void Put(Clause clause, int key) => clause.Marks.Add(key, new Mark(clause.From, clause.From));

    private static void PutIf(Clause clause, bool holds, int key)
    {
        if (holds) Put(clause, key);
    }
}

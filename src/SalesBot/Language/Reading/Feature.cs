using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>The numbers of the features and word lists that the code itself asks for; the phrase files may name more.</summary>
internal static class Feature
{
    public static readonly int Customer = Key("{customer}"), Deal = Key("{deal}"), Contact = Key("{contact}"), Lead = Key("{lead}"), Hint = Key("{hint}"),
        Sound = Key("{sound}"), Person = Key("{person}"), PersonOther = Key("{person_other}"), Team = Key("{team}"), Contract = Key("{contract}"),
        Quote = Key("{quote}"), Approval = Key("{approval}"), Task = Key("{task}"), Product = Key("{product}"), Stranger = Key("{stranger}"), Somebody = Key("{somebody}"), Errand = Key("{errand}");

    public static readonly int Amount = Key("{amount}"), Number = Key("{number}"), Delta = Key("{delta}"), Percent = Key("{percent}"), Discount = Key("{discount}"),
        Date = Key("{date}"), Time = Key("{time}"), Duration = Key("{duration}"), Range = Key("{range}"), Future = Key("{future}"), Past = Key("{past}"),
        Phone = Key("{phone}"), Ordinal = Key("{ordinal}"), Question = Key("{question}"), Long = Key("{long}"), OpenDealCustomer = Key("{open_deal_customer}"),
        BareDeal = Key("{bare_deal}"), BareCustomer = Key("{bare_customer}"), DealOnly = Key("{deal_only}"), DealWordNear = Key("{deal_word_near}");

    public static readonly int ContextDeal = Key("{ctx.deal}"), ContextCustomer = Key("{ctx.customer}"), ContextApproval = Key("{ctx.approval}"), ContextContract = Key("{ctx.contract}"),
        ContextLead = Key("{ctx.lead}"), ContextAlert = Key("{ctx.alert}"), ContextPending = Key("{ctx.pending}"), ContextTasks = Key("{ctx.list-task}"), ContextApprovals = Key("{ctx.list-approval}"), ContextLast = Key("{ctx.last}"), Last = Key("{last}");

    public static readonly int This = Key("[this]"), ThisDeal = Key("[this:deal]"), ThisCustomer = Key("[this:customer]"), Those = Key("[those]"), OrdinalWord = Key("[ordinal]"),
        Dont = Key("[dont]"), If = Key("[if]"), Ask = Key("[ask]"), Said = Key("[said]"), Touched = Key("[touched]"), Narrative = Key("[narrative]"), Polite = Key("[polite]"), Glue = Key("[before]"),
        Method = Key("[method]"), Stage = Key("[stage]"), Period = Key("[period]"), DealsWord = Key("[deals_word]"), Yes = Key("[yes]"), No = Key("[no]"), Interrogative = Key("[interrogative]"), Particle = Key("[question_end]"), Auxiliary = Key("[question_start]");

    public static int Key(string name) => PhraseBook.Standard.KeyOf(name);
}

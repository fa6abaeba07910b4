using SalesBot.Conversation;

namespace SalesBot.Customers.Privacy;

/// <summary>Writes down that somebody had a customer's card shown (CU-16).</summary>
internal static class Looks
{
    /// <summary>After so many days it is forgotten.</summary>
    public const int Days = 180;

    /// <summary>The caller saves, whatever the command is.</summary>
    public static void Note(Act act, Customer customer)
    {
        if (customer.Id > 0)
        {
            act.Db.Add(new CustomerLook { At = act.Now, PersonId = act.Me.Id, CustomerId = customer.Id, Command = act.Frame.Intent.Length > 40 ? act.Frame.Intent[..40] : act.Frame.Intent });
        }
    }
}

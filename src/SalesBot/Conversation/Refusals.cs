using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>What somebody hears who may not do what was ordered.</summary>
internal static class Refusals
{
    private const int FewRoles = 3;

    /// <summary>What may as well have been meant otherwise, of somebody who may not do it: nobody is told off for that.</summary>
    public static bool IsHardlyMeant(Frame order, CommandSpec spec, Person? person) => order is { Confidence: < Frame.Sure, Instead: not null } && person?.May(spec.Needs) == false;

    /// <summary>Of what is for few it is said for whom, so that they can be asked; a stranger hears who can link the account.</summary>
    public static Word Say(OrgChart org, CommandSpec spec, Person? person)
    {
        if (person is null)
        {
            return org.Administrators is { Count: > 0 } known ? new Word("Refused.stranger_ask", known) : "Refused.stranger";
        }

        Word refused = new("Refused.role", new Word("Command." + spec.Id), person.Role);
        return Permissions.Holders(spec.Needs) is { Count: <= FewRoles } holders ? new Word("Refused.for_few", refused, holders) : refused;
    }
}

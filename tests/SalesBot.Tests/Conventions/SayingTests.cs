using SalesBot.Conversation;
using SalesBot.Language.Verbs;

namespace SalesBot.Tests.Conventions;

/// <summary>What the files of sayings say of their commands is what the commands say of themselves.</summary>
public sealed class SayingTests
{
    private static readonly IReadOnlyDictionary<string, CommandSpec> Specs = CommandTable.Scan().All.ToDictionary(command => command.Spec.Id, command => command.Spec, StringComparer.Ordinal);

    [Fact]
    public void Only_what_changes_nothing_may_be_asked_for_by_a_question() =>
        Violations.None(VerbBook.Standard.Verbs.Where(verb => verb.Shows != (Specs.TryGetValue(verb.Id, out var spec) && !spec.Changes)).Select(verb => verb.Id + (verb.Shows ? " writes, but its sayings say “shows”" : " only shows, but its sayings do not say “shows”")));

    [Fact]
    public void Whom_a_command_sends_on_is_sent_to_one_that_has_sayings() =>
        Violations.None(VerbBook.Standard.Verbs.Where(verb => verb.Else is { } other && VerbBook.Standard.Get(other) is null).Select(verb => verb.Id));
}

using System.Reflection;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Tests.Conventions;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>A command that declares that it changes nothing reads records that nobody watches: what it wrote would be lost.</summary>
public sealed class ReadOnlyCommandTests
{
    private const byte Call = 0x28;
    private const byte CallVirtual = 0x6F;

    [Fact]
    public void No_command_that_only_reads_sets_a_field_of_a_record() =>
        Violations.None(CommandTable.Scan().All.Where(c => !c.Spec.Changes).SelectMany(c => Written(c.GetType()).Select(m => $"{c.Spec.Id}: {m}")));

    [Fact]
    public void A_command_that_writes_is_seen_by_this_test() => Assert.Contains("Deal.set_Amount", Written(typeof(SalesBot.Deals.UpdateAmount)), StringComparer.Ordinal);

    [Fact]
    public async Task A_command_that_only_reads_and_adds_a_record_fails_instead_of_half_working()
    {
        await using var bot = await TestBot.StartAsync();
        await using var db = bot.Open();
        var org = await OrgChart.LoadAsync(db, CancellationToken.None);
        var act = new Act(db, org, org.Find("P2")!, new Frame("small_talk"), bot.Clock.Now, new Focus());

        await Assert.ThrowsAsync<InvalidOperationException>(() => bot.Get<CommandRunner>().RunAsync(new Forgetful(), act, CancellationToken.None));
    }

    /// <summary>The setters of records that a type's own code calls, its lambdas and state machines included.</summary>
    private static IEnumerable<string> Written(Type type)
    {
        const BindingFlags any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return type.GetMethods(any).SelectMany(Called).Where(m => m.Name.StartsWith("set_", StringComparison.Ordinal) && m.DeclaringType!.IsAssignableTo(typeof(Data.Record)))
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}").Concat(type.GetNestedTypes(any).SelectMany(Written)).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<MethodBase> Called(MethodInfo method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at + sizeof(int) < code.Length; at++)
        {
            if (code[at] is Call or CallVirtual && Find(method, BitConverter.ToInt32(code, at + 1)) is { DeclaringType: not null } called)
            {
                yield return called;
            }
        }
    }

    /// <summary>Null for bytes that only look like a call.</summary>
    private static MethodBase? Find(MethodInfo method, int token)
    {
        try
        {
            return method.Module.ResolveMethod(token, method.DeclaringType!.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private sealed class Forgetful : Command
    {
        public override CommandSpec Spec { get; } = new("small_talk", Permission.Member) { Changes = false };

        public override Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
        {
            act.Db.Todos.Add(new Todo { Key = "W1", OwnerId = act.Me.Id, Title = "x", CreatedAt = act.Now });
            return Task.FromResult(Act.Say("Undo.nothing"));
        }
    }
}

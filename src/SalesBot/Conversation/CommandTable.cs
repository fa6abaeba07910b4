using System.Collections.Frozen;

namespace SalesBot.Conversation;

/// <summary>All commands by id, found by scan. Two with one id, or one whose words are missing, is a fault that shows at start.</summary>
internal sealed class CommandTable
{
    private readonly FrozenDictionary<string, Command> byId;

    public CommandTable(IEnumerable<Command> commands)
    {
        byId = commands.ToFrozenDictionary(c => c.Spec.Id, StringComparer.Ordinal);
    }

    public IEnumerable<Command> All => byId.Values.OrderBy(c => c.Spec.Id, StringComparer.Ordinal);

    public Command? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>One of each concrete command of this assembly; a command has no constructor parameters.</summary>
    public static CommandTable Scan() =>
        new(typeof(Command).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(Command))).Select(t => (Command)Activator.CreateInstance(t)!));
}

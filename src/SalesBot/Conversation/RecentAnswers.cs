namespace SalesBot.Conversation;

/// <summary>
/// Answers to questions, for the few seconds in which a channel may repeat them. A question changes nothing, so it is not written down as a
/// <see cref="SeenMessage"/>; one that is repeated after a restart, or to another node, is simply answered again.
/// </summary>
internal sealed class RecentAnswers
{
    private const int Kept = 1000;
    private readonly Lock gate = new();
    private readonly Dictionary<(string, string, string), TurnAnswer> answers = [];
    private readonly Queue<(string, string, string)> order = new();

    public TurnAnswer? Find(Turn turn)
    {
        lock (gate)
        {
            return answers.TryGetValue(Id(turn), out var answer) ? answer with { Repeated = true } : null;
        }
    }

    /// <summary>Returns the answer.</summary>
    public TurnAnswer Keep(Turn turn, TurnAnswer answer)
    {
        lock (gate)
        {
            if (answers.TryAdd(Id(turn), answer))
            {
                order.Enqueue(Id(turn));
            }

            if (order.Count > Kept)
            {
                answers.Remove(order.Dequeue());
            }
        }

        return answer;
    }

    private static (string, string, string) Id(Turn turn) => (turn.From.Channel, turn.From.ConversationId, turn.ActivityId);
}

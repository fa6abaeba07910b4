namespace SalesBot.Server.Channels;

/// <summary>
/// The activities whose replies this process has posted or is posting. A channel repeats an activity that took it too long, and the turn
/// then tells the first answer again: it is posted only when the process that took it first did not live to do so.
/// </summary>
internal sealed class AnsweredActivities
{
    // Far more than a node takes in the ten minutes within which channels repeat.
    private const int Kept = 50_000;

    private readonly Lock _lock = new();
    private readonly HashSet<(string, string, string)> _known = [];
    private readonly Queue<(string, string, string)> _order = new();

    /// <summary>False when it was here before.</summary>
    public bool Add(string channel, string conversation, string activity)
    {
        lock (_lock)
        {
            if (!_known.Add((channel, conversation, activity)))
            {
                return false;
            }

            _order.Enqueue((channel, conversation, activity));
            if (_order.Count > Kept)
            {
                _known.Remove(_order.Dequeue());
            }

            return true;
        }
    }

    /// <summary>It was not answered after all: when it comes again it is new.</summary>
    public void Forget(string channel, string conversation, string activity)
    {
        lock (_lock)
        {
            _known.Remove((channel, conversation, activity));
        }
    }
}

using Microsoft.Extensions.Options;
using SalesBot.Words;

namespace SalesBot.Server.Channels;

/// <summary>What <c>check</c> asks of a messenger: whether it is set up, and then whether its platform lets us in. Nothing is sent to people.</summary>
/// <param name="Area">The word for the messenger.</param>
/// <param name="IsOn">Throws <see cref="OptionsValidationException"/> for settings that are wrong.</param>
/// <param name="TryAsync">Nothing of the messenger is made before it is asked: its settings may be wrong. A line that says who let us in, or who does not and why.</param>
internal sealed record ChannelStanding(Word Area, Func<bool> IsOn, Func<CancellationToken, Task<(bool Good, Word Text)>> TryAsync)
{
    /// <summary>A platform that cannot be reached is another trouble than one that does not let us in.</summary>
    /// <param name="platform">The answer with its error.</param>
    /// <param name="refused">The key of the words for one that was reached.</param>
    public static (bool Good, Word Text) Trouble(PlatformAnswer platform, string refused) => (false, new Word(platform.Reached ? refused : "Check.silent", platform.Error!));
}

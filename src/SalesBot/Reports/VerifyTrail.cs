using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>“验证审计”: whether the sealed trail is whole, and the hash of its last entry to be written down elsewhere (idea 14).</summary>
internal sealed class VerifyTrail : Command
{
    public override CommandSpec Spec { get; } = new("verify_trail", Permission.Administer) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var standing = await Trail.VerifyAsync(act.Db, cancellationToken);
        return Act.Say(Said(standing));
    }

    /// <summary>Also a line of <c>check</c>.</summary>
    public static Word Said(TrailStanding standing) => standing switch
    {
        { BrokenAt: { } at, Moment: { } moment } => new Word("Trail.broken", at, moment),
        { BrokenAt: { } at } => new Word("Trail.missing", at),
        { Sealed: 0 } => "Trail.empty",
        _ => new Word("Trail.whole", standing.Sealed, standing.Hash),
    };
}

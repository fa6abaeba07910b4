namespace SalesBot.Words;

/// <summary>A stage of the sales process, said as the company calls it, else as we do (<c>Stage.{Id}</c>); one that is no longer there by its id.</summary>
/// <param name="Ours">As we call it, whatever the company does: of a version in which it had no name.</param>
internal sealed record StageName(string Id, bool Ours = false)
{
    public static Word Of(string id) => new("Format.Plain", new StageName(id));
}

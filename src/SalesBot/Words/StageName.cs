namespace SalesBot.Words;

/// <summary>A stage of the sales process, said as the company calls it, else as we do (<c>Stage.{Id}</c>); one that is no longer there by its id.</summary>
internal sealed record StageName(string Id)
{
    public static Word Of(string id) => new("Format.Plain", new StageName(id));
}

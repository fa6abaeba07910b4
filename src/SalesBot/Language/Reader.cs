using SalesBot.Language.Names;
namespace SalesBot.Language;
internal sealed class Reader(EntityIndex index)
{
    public Frame Read(string text, string personKey, DateTime localNow, Focus focus, Func<NamedRecord, bool> maySee) =>
        index.Get(personKey) is not null && focus.Pending == "x" && maySee(index.Get(personKey)!) && localNow.Year > 0 ? new Frame(text) : new Frame("unknown");
}

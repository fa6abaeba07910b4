namespace SalesBot.Language.Names;
internal sealed class EntityIndex
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, NamedRecord> records = new(StringComparer.Ordinal);
    public NamedRecord? Get(string? key) => key is not null && records.TryGetValue(key, out var r) ? r : null;
    public void Upsert(NamedRecord record) => records[record.Key] = record;
    public void Remove(NamedKind kind, string key) { if (records.TryGetValue(key, out var r) && r.Kind == kind) { records.TryRemove(key, out _); } }
}

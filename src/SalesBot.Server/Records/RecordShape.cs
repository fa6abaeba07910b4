using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using SalesBot.Data;

namespace SalesBot.Server.Records;

/// <summary>
/// How one kind of record is written outside (LABELS.md, "entities file", with further members for everything else): names in snake case,
/// references as keys, instants in ISO 8601 with offset. Read from the model, so a new column is in exports and imports at once.
/// </summary>
internal sealed class RecordShape
{
    /// <summary>Where the entities file has a name of its own.</summary>
    private static readonly Dictionary<string, string> OwnNames = new(StringComparer.Ordinal)
    {
        ["Key"] = "id", ["EnglishName"] = "en", ["LastActivityAt"] = "last_activity", ["Todo.DueOn"] = "due", ["ById"] = "by",
    };

    private static readonly Dictionary<string, string> OwnArrays = new(StringComparer.Ordinal) { ["Person"] = "people", ["Todo"] = "tasks", ["PaymentDue"] = "payments", ["FollowUp"] = "follow_ups" };

    private RecordShape(IEntityType type)
    {
        Type = type;
        Array = OwnArrays.GetValueOrDefault(type.ClrType.Name) ?? (type.ClrType.Name.EndsWith('y') ? Snake(type.ClrType.Name)[..^1] + "ies" : Snake(type.ClrType.Name) + "s");
        Fields = [.. type.GetProperties().Where(p => p.Name is not (nameof(Record.Id) or nameof(Record.Version))).Select(p => new Field(type, p)).OrderBy(f => f.Name != "id")];
    }

    public IEntityType Type { get; }

    /// <summary>The member of the file that holds these records.</summary>
    public string Array { get; }

    public IReadOnlyList<Field> Fields { get; }

    /// <summary>All kinds, those that others refer to first.</summary>
    public static IReadOnlyList<RecordShape> Of(SalesDb db)
    {
        var open = db.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(Record))).OrderBy(t => t.ClrType.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<IEntityType>();
        while (open.Count > 0)
        {
            var next = open.First(t => t.GetForeignKeys().All(k => k.PrincipalEntityType == t || ordered.Contains(k.PrincipalEntityType)));
            open.Remove(next);
            ordered.Add(next);
        }

        return [.. ordered.Select(t => new RecordShape(t))];
    }

    internal static string Snake(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    /// <summary>One member: a value, or the key of another record.</summary>
    internal sealed class Field
    {
        private readonly IProperty property;

        public Field(IEntityType type, IProperty property)
        {
            this.property = property;
            Navigation = property.GetContainingForeignKeys().FirstOrDefault()?.DependentToPrincipal;
            Name = OwnNames.GetValueOrDefault($"{type.ClrType.Name}.{property.Name}") ?? OwnNames.GetValueOrDefault(property.Name)
                ?? Snake(Navigation is not null ? property.Name[..^2] : property.Name);
        }

        public string Name { get; }

        /// <summary>Set for a reference.</summary>
        public INavigation? Navigation { get; }

        public bool IsRequired => !property.IsNullable;

        public JsonNode? Write(EntityEntry entry, IReadOnlyDictionary<(IEntityType, long), string> keys)
        {
            var value = entry.Property(property).CurrentValue;
            return (value, Navigation) switch
            {
                (null, _) => null,
                (long id, { } target) => keys.GetValueOrDefault((target.TargetEntityType, id)),
                (Enum name, _) => Snake(name.ToString()),
                (DateTimeOffset at, _) => at.ToString("O", CultureInfo.InvariantCulture),
                _ => JsonSerializer.SerializeToNode(value, value.GetType()),
            };
        }

        /// <summary>Sets the value; false when the text or number is none of this member's kind.</summary>
        public bool Read(EntityEntry entry, JsonNode? node)
        {
            try
            {
                var value = node is null ? null : Parse(node);
                if (value is null && IsRequired)
                {
                    return node is null;
                }

                var target = entry.Property(property);
                if (!Equals(Comparable(target.CurrentValue), Comparable(value)))
                {
                    target.CurrentValue = value;
                }

                return true;
            }
            catch (Exception bad) when (bad is JsonException or FormatException or InvalidOperationException or ArgumentException or OverflowException)
            {
                return false;
            }
        }

        private static object? Comparable(object? value) => value is List<string> list ? string.Join('\u001f', list) : value;

        private object? Parse(JsonNode node)
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type.IsEnum)
            {
                return Enum.Parse(type, node.GetValue<string>().Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
            }

            // A day is enough where an instant is kept: its start in UTC.
            return type == typeof(DateTimeOffset)
                ? DateTimeOffset.Parse(node.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
                : node.Deserialize(property.ClrType);
        }
    }
}

using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Names;

/// <summary>The ways in which people write a record's name. What a speaker shortens by habit is derived here, once, when the record is stored.</summary>
internal static class NameForms
{
    public static IReadOnlyList<NameForm> Of(NamedRecord record)
    {
        var full = new[] { record.Name }.Concat(record.OtherNames).Select(name => NormalText.Of(name).Text.Trim()).Where(name => name.Length >= 2).Distinct(StringComparer.Ordinal).ToArray();
        var forms = new Dictionary<string, NameStrength>(StringComparer.Ordinal);
        foreach (var name in full) Put(forms, name, NameStrength.Full);
        foreach (var name in full)
        {
            foreach (var form in Derived(record, name)) Put(forms, form.Text, form.Strength);
        }

        foreach (var form in RecordNumbers.Of(record)) Put(forms, form.Text, form.Strength);
        return [.. forms.Select(pair => new NameForm(pair.Key, pair.Value))];
    }

    private static IEnumerable<NameForm> Derived(NamedRecord record, string name) => record.Kind switch
    {
        NamedKind.Customer or NamedKind.Lead => CompanyForms.Of(name),
        NamedKind.Contact or NamedKind.Person => PersonForms.Of(name),
        NamedKind.Team => TeamForms(name),
        _ => [],
    };

    private static IEnumerable<NameForm> TeamForms(string name)
    {
        if (Script.IsChinese(name[0]) && name.Length > 2) yield return new NameForm(name[..^1], NameStrength.Short);
        if (!Script.IsChinese(name[0])) yield return new NameForm(name + " team", NameStrength.Full);
    }

    private static void Put(Dictionary<string, NameStrength> forms, string text, NameStrength strength)
    {
        if (text.Length >= 2 && (!forms.TryGetValue(text, out var old) || old < strength)) forms[text] = strength;
    }
}

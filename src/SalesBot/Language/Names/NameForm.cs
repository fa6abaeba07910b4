namespace SalesBot.Language.Names;

/// <summary>How surely a written form means its record; a surer form of one record hides a weaker one of another.</summary>
internal enum NameStrength
{
    /// <summary>Only the descriptive part (“泵业”, "dental", a product in a deal's name): counts where nothing else fits.</summary>
    Tail = 1,

    /// <summary>Sounds or nearly spells like it.</summary>
    Sound = 2,

    /// <summary>A shortened form that nobody declared: the brand without its trade, the first word, surname and title.</summary>
    Short = 3,

    /// <summary>The name or a declared alias.</summary>
    Full = 4,
}

/// <summary>One way to write a record's name, normalised as messages are.</summary>
internal readonly record struct NameForm(string Text, NameStrength Strength);

/// <summary>A form found in a text, and the number of a record that it means.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct NameHit(int Start, int End, int Record, NameStrength Strength);

using System.Collections.Concurrent;
using System.Globalization;

namespace SalesBot.Language.Names;

/// <summary>
/// The records themselves, numbered by key. What is stored first is packed, at a quarter of what objects and strings take; what is changed later
/// is kept as an object beside it. Who has the key of a record that is not (yet) there has its number too.
/// </summary>
internal sealed class RecordStore
{
    private const char Between = '\0';

    private readonly Postings _numbers = new();
    private readonly TextPool _texts = new();
    private readonly ConcurrentDictionary<int, NamedRecord?> _changed = new();
    private volatile bool _isChanged;
    private readonly ConcurrentDictionary<int, IReadOnlyList<string>> _approvers = new();
    private readonly WordList _words = new();
    private readonly Chunks<Packed> _packed = new();

    /// <summary>−1: nobody has spoken of this key.</summary>
    public int Find(string key)
    {
        foreach (var number in _numbers.Of(TextHash.Of(key)))
        {
            if (_texts[_packed[number].Key].SequenceEqual(key)) return number;
        }

        return -1;
    }

    /// <summary>The number of a key, a new one if need be. One writer at a time, as for all that writes here.</summary>
    public int NumberOf(string key)
    {
        var number = Find(key);
        if (number >= 0) return number;
        number = _packed.Add(new Packed { Key = _texts.Add(key) });
        _numbers.Add(TextHash.Of(key), number);
        return number;
    }

    public NamedRecord? Get(int number)
    {
        if (_isChanged && _changed.TryGetValue(number, out var changed)) return changed;
        ref var packed = ref _packed[number];
        return Volatile.Read(ref packed.Filled) ? Unpack(number, in packed) : null;
    }

    /// <summary>What a record is called, as it is stored; shorter to get than the record. Empty: there is none.</summary>
    public ReadOnlySpan<char> NameOf(int number)
    {
        if (_isChanged && _changed.TryGetValue(number, out var changed)) return changed?.Name;
        ref var packed = ref _packed[number];
        if (!Volatile.Read(ref packed.Filled)) return default;
        var names = _texts[packed.Names];
        return names.Contains(Between) ? names[..names.IndexOf(Between)] : names;
    }

    public void Put(int number, NamedRecord record)
    {
        if (_packed[number].Filled) Change(number, record);
        else Pack(number, record);
    }

    public void Remove(int number) => Change(number, null);

    /// <summary>Whether the dictionary is empty is not asked of it: that takes all its locks.</summary>
    private void Change(int number, NamedRecord? record)
    {
        _changed[number] = record;
        _isChanged = true;
    }

    private void Pack(int number, NamedRecord record)
    {
        var packed = new Packed
        {
            Key = _packed[number].Key, Names = _texts.Add(string.Join(Between, [record.Name, .. record.OtherNames])),
            Customer = Reference(record.Customer), Deal = Reference(record.Deal), Owner = Reference(record.Owner), Team = Reference(record.Team), Subject = Reference(record.Subject),
            Stage = _words.NumberOf(record.Stage), Status = _words.NumberOf(record.Status), Currency = _words.NumberOf(record.Currency), Role = _words.NumberOf(record.Role), About = _words.NumberOf(record.About), Discount = _words.NumberOf(record.Discount?.ToString(CultureInfo.InvariantCulture)),
            Amount = record.Amount, Date = record.Date, Kind = record.Kind, InPool = record.InPool,
        };
        if (record.Approvers.Count > 0) _approvers[number] = record.Approvers;
        ref var place = ref _packed[number];
        place = packed;
        Volatile.Write(ref place.Filled, true);
    }

    private NamedRecord Unpack(int number, ref readonly Packed packed)
    {
        var names = _texts[packed.Names].ToString().Split(Between);
        return new NamedRecord(packed.Kind, _texts[packed.Key].ToString(), names[0])
        {
            OtherNames = names.Length == 1 ? [] : names[1..],
            Customer = KeyOf(packed.Customer), Deal = KeyOf(packed.Deal), Owner = KeyOf(packed.Owner), Team = KeyOf(packed.Team), Subject = KeyOf(packed.Subject),
            Stage = _words[packed.Stage], Status = _words[packed.Status], Currency = _words[packed.Currency], Role = _words[packed.Role], About = _words[packed.About],
            Amount = packed.Amount, Date = packed.Date, InPool = packed.InPool, Discount = decimal.TryParse(_words[packed.Discount], NumberStyles.Number, CultureInfo.InvariantCulture, out var discount) ? discount : null,
            Approvers = _approvers.TryGetValue(number, out var approvers) ? approvers : [],
        };
    }

    /// <summary>Counted from 1; 0 is none.</summary>
    private int Reference(string? key) => key is null ? 0 : NumberOf(key) + 1;

    private string? KeyOf(int reference) => reference == 0 ? null : _texts[_packed[reference - 1].Key].ToString();

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private struct Packed
    {
        public int Key, Names, Customer, Deal, Owner, Team, Subject, Stage, Status, Currency, Role, About, Discount;
        public decimal? Amount;
        public DateOnly? Date;
        public NamedKind Kind;
        public bool InPool;

        /// <summary>Written last: before, only the key is there.</summary>
        public bool Filled;
    }
}

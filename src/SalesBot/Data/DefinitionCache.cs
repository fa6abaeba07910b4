namespace SalesBot.Data;

/// <summary>The <see cref="Definitions"/> as every turn has them.</summary>
internal sealed class DefinitionCache() : Cached<Definitions>(Definitions.LoadAsync);

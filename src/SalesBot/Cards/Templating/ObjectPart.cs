namespace SalesBot.Cards.Templating;

/// <summary>Part of an object: a run of finished members (<c>"type":"TextBlock","wrap":true</c>), or a name with its colon and a node.</summary>
internal readonly record struct ObjectPart(byte[] Json, TemplateNode? Node);
